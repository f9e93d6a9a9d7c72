package nl.mjpmonitor.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import java.util.List;
import java.util.Set;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(roles = "ANALIST")
@ViewPackages(packages = {"nl.mjpmonitor.dashboard.access", "nl.mjpmonitor.dashboard.shell"})
class FigureChartTest extends SpringBrowserlessTest {

    private final YearChart chart = new YearChart(new FigureWords(new Texts(), Texts.DUTCH), Set.of());

    @Test
    void figuresThatComeWithThePageAreDrawnOnce() {
        UI.getCurrent().add(chart);
        show(341);

        assertThat(drawn()).singleElement().asString().contains("341");
    }

    @Test
    void figuresThatComeAfterThePageAreDrawn() {
        UI.getCurrent().add(chart);
        assertThat(drawn()).hasSize(1);

        show(341);

        assertThat(drawn()).singleElement().asString().contains("341");
    }

    @Test
    void theSameFiguresAreNotDrawnAgain() {
        UI.getCurrent().add(chart);
        show(341);
        drawn();

        show(341);

        assertThat(drawn()).isEmpty();
    }

    private void show(long count) {
        chart.show(
                List.of(IndicatorPoint.of(
                        Period.year(2023), new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF))),
                "Zakkenrollerij: " + count);
    }

    /** What the browser is to draw in the answer that is about to be sent. */
    private static List<String> drawn() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .map(invocation -> invocation.getExpression() + invocation.getParameters())
                .filter(call -> call.contains("updateConfiguration"))
                .toList();
    }
}
