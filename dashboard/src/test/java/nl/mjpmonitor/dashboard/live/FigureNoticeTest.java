package nl.mjpmonitor.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.junit.jupiter.api.Test;

class FigureNoticeTest {

    private static final int ASKS = Math.toIntExact(WaitingPage.INTERVAL.toMillis());
    private static final int RESTS = -1;

    private final FigureWords words = new FigureWords(new Texts(), Texts.DUTCH);
    private final UI page = new UI();
    private final FigureNotice notice = new FigureNotice();

    @Test
    void aPageThatWaitsForItsFiguresAsksForThemUntilTheyAreThere() {
        page.add(notice);
        assertThat(page.getPollInterval()).isEqualTo(RESTS);

        notice.show(words, new FigureState.Loading());
        assertThat(page.getPollInterval()).isEqualTo(ASKS);

        notice.show(words, new FigureState.Current(List.of(), Instant.EPOCH));
        assertThat(page.getPollInterval()).isEqualTo(RESTS);
    }

    @Test
    void alsoWhenItWaitedBeforeItWasOnThePage() {
        notice.show(words, new FigureState.Loading());
        page.add(notice);

        assertThat(page.getPollInterval()).isEqualTo(ASKS);
    }

    @Test
    void whatLeavesThePageDoesNotWaitAnyMoreAndWhatStaysStillDoes() {
        FigureNotice other = new FigureNotice();
        page.add(notice, other);
        notice.show(words, new FigureState.Loading());
        other.show(words, new FigureState.Loading());

        page.remove(notice);
        assertThat(page.getPollInterval()).isEqualTo(ASKS);

        page.remove(other);
        assertThat(page.getPollInterval()).isEqualTo(RESTS);
    }
}
