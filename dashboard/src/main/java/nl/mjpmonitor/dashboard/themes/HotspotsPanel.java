package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.dashboard.live.LiveReading;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotCasework;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/**
 * The potential hotspots of the area, one by one: how each stands and since when, what it stands on, and what casework made of it. They
 * follow the warehouse by themselves; while it never answered there is a sentence in their place.
 */
final class HotspotsPanel extends ThemePanel {

    private final Paragraph finding = new Paragraph();
    private final RowTable living;
    private final Div livingBox;
    private final RowTable past;
    private final Details pastBox;
    private transient Optional<List<Hotspot>> shown = Optional.empty();
    private transient Subscription subscription = () -> {};

    HotspotsPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        finding.addClassName("finding");
        finding.getElement().setAttribute("data-testid", section.id() + "-bevinding");
        living = table("hotspots.caption");
        living.getElement().setAttribute("data-testid", section.id() + "-tabel");
        livingBox = scrollable(living);
        livingBox.setVisible(false);
        past = table("hotspots.closed.caption");
        pastBox = new Details(words().text("hotspots.closed"), scrollable(past, words().text("hotspots.closed")));
        pastBox.setVisible(false);
        compose(finding, livingBox, pastBox);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        subscription.end();
        subscription = scene().detections().hotspots().follow(scene().area(), event.getUI(), this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    private void show(LiveReading.State<List<Hotspot>> state) {
        if (state.answer().isEmpty()) {
            finding.setText(words().text("state.failed"));
        } else if (!state.answer().equals(shown)) {
            show(state.answer().get());
        }
        shown = state.answer();
    }

    /** The boxes and tables stay: who scrolled, opened or stands in one of them goes on reading. */
    private void show(List<Hotspot> hotspots) {
        List<Hotspot> closed = in(hotspots, HotspotState.CLOSED);
        List<Hotspot> open = in(hotspots, HotspotState.OPEN);
        List<Hotspot> cooling = in(hotspots, HotspotState.COOLING);
        finding.setText(words().text("hotspots.finding", count(open), count(cooling), count(closed)));
        living.show(
                Stream.concat(open.stream(), cooling.stream()).map(this::row).toList());
        livingBox.setVisible(!open.isEmpty() || !cooling.isEmpty());
        past.show(closed.stream().map(this::row).toList());
        pastBox.setVisible(!closed.isEmpty());
    }

    private static List<Hotspot> in(List<Hotspot> all, HotspotState state) {
        return all.stream().filter(hotspot -> hotspot.state() == state).toList();
    }

    private String count(List<Hotspot> hotspots) {
        return words().format().count(hotspots.size());
    }

    private RowTable table(String captionKey) {
        return new RowTable(
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
