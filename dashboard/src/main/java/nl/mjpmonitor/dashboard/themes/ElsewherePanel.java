package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/** Says that a section is there for the municipality as a whole only. */
final class ElsewherePanel extends ThemePanel {

    ElsewherePanel(ThemeSection section, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), "", indicators, scene);
        Paragraph where = new Paragraph(
                words().text("themes.elsewhere", scene.areas().municipality().name()));
        where.addClassName("chart-missing");
        compose(where);
    }

    @Override
    Stream<SeriesRequest> requests() {
        return Stream.empty();
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        return Set.of();
    }
}
