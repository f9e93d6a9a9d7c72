package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotCasework;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/**
 * The potential hotspots of the area, one by one: how each stands and since when, what it stands on, and what casework made of it. They are
 * read when the page is opened; a warehouse that does not answer leaves a sentence in their place.
 */
final class HotspotsPanel extends ThemePanel {

    HotspotsPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        Paragraph finding = new Paragraph();
        finding.addClassName("finding");
        finding.getElement().setAttribute("data-testid", section.id() + "-bevinding");
        Optional<List<Hotspot>> known = read();
        if (known.isEmpty()) {
            finding.setText(words().text("state.failed"));
            compose(finding);
            return;
        }
        List<Hotspot> closed = in(known.get(), HotspotState.CLOSED);
        List<Hotspot> living = Stream.concat(
                        in(known.get(), HotspotState.OPEN).stream(), in(known.get(), HotspotState.COOLING).stream())
                .toList();
        finding.setText(words().text(
                        "hotspots.finding",
                        count(in(living, HotspotState.OPEN)),
                        count(in(living, HotspotState.COOLING)),
                        count(closed)));
        RowTable table = table("hotspots.caption", living);
        table.getElement().setAttribute("data-testid", section.id() + "-tabel");
        table.setVisible(!living.isEmpty());
        Details past = new Details(
                words().text("hotspots.closed"),
                scrollable(table("hotspots.closed.caption", closed), words().text("hotspots.closed")));
        past.setVisible(!closed.isEmpty());
        compose(finding, scrollable(table), past);
    }

    /** Asked while the page is made: on behalf of its reader. */
    private Optional<List<Hotspot>> read() {
        try {
            return Optional.of(scene().detections().hotspots().in(scene().area()));
        } catch (WarehouseException away) {
            return Optional.empty();
        }
    }

    private static List<Hotspot> in(List<Hotspot> all, HotspotState state) {
        return all.stream().filter(hotspot -> hotspot.state() == state).toList();
    }

    private String count(List<Hotspot> hotspots) {
        return words().format().count(hotspots.size());
    }

    private RowTable table(String captionKey, List<Hotspot> hotspots) {
        RowTable table = new RowTable(
                words().text(captionKey),
                List.of(
                        RowTable.Column.text(words().text("hotspots.area")),
                        RowTable.Column.text(words().text("hotspots.category")),
                        RowTable.Column.text(words().text("hotspots.state")),
                        RowTable.Column.text(words().text("hotspots.since")),
                        RowTable.Column.figure(words().text("hotspots.openings")),
                        RowTable.Column.text(words().text("hotspots.closes")),
                        RowTable.Column.text(words().text("hotspots.casework")),
                        RowTable.Column.text(words().text("hotspots.why"))));
        table.show(hotspots.stream().map(this::row).toList());
        return table;
    }

    private RowTable.Row row(Hotspot hotspot) {
        return RowTable.Row.of(
                scene().areas()
                        .find(hotspot.area())
                        .map(Area::name)
                        .orElseGet(() -> hotspot.area().value()),
                List.of(
                        RowTable.Cell.text(words().text("hotspots.category."
                                + hotspot.category().code())),
                        RowTable.Cell.text(
                                words().text("hotspots.state." + hotspot.state().code())),
                        RowTable.Cell.text(day(hotspot.since())),
                        RowTable.Cell.text(words().format().count(hotspot.openings())),
                        RowTable.Cell.text(hotspot.closesOn()
                                .map(this::day)
                                .orElseGet(() -> words().text("hotspots.closes.over"))),
                        RowTable.Cell.text(hotspot.casework()
                                .map(this::casework)
                                .orElseGet(() -> words().text("hotspots.casework.none"))),
                        RowTable.Cell.text(hotspot.why(words().locale()))));
    }

    private String day(LocalDate day) {
        return words().format().day(day);
    }

    /** 'Vastgesteld, veiligheid'. */
    private String casework(HotspotCasework casework) {
        String status = words().text("hotspots.status." + casework.status());
        return casework.outcome()
                .map(outcome -> status + ", " + outcome.toLowerCase(Locale.ROOT))
                .orElse(status);
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
