package nl.mjpmonitor.dashboard.signals;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Predicate;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.signals.Signal;

/**
 * A small panel that says how many signals are open about what a page shows, with the newest and the way to all of them. It follows
 * the warehouse by itself while it is attached. It is not there while nothing is open, or nothing is known.
 */
@StyleSheet("styles/signals.css")
public final class OpenSignals extends Div {

    private final transient SignalService service;
    private final transient LiveSignals live;
    private final transient FigureWords words;
    private final Paragraph count = new Paragraph();
    private final Paragraph newest = new Paragraph();
    private final Anchor all = new Anchor("signalen");
    private transient Predicate<Signal> about = signal -> true;
    private transient List<Signal> known = List.of();
    private transient Subscription subscription = () -> {};

    OpenSignals(SignalService service, LiveSignals live, FigureWords words) {
        this.service = service;
        this.live = live;
        this.words = words;
        addClassName("open-signals");
        getElement().setAttribute("data-testid", "open-signalen");
        count.addClassName("open-signals-count");
        all.setText(words.text("signals.panel.all"));
        add(count, newest, new Paragraph(all));
        setVisible(false);
    }

    /** Shows the signals about this; before, about everything that the reader may see. */
    public void about(Predicate<Signal> newSubject) {
        about = newSubject;
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        subscription.end();
        subscription = live.watch(PageDelivery.to(event.getUI(), this::take));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    private void take(LiveSignals.State state) {
        known = service.open(state.signals());
        show();
    }

    private void show() {
        List<Signal> open = known.stream().filter(about).toList();
        setVisible(!open.isEmpty());
        if (!open.isEmpty()) {
            count.setText(
                    open.size() == 1
                            ? words.text("signals.panel.one")
                            : words.text("signals.panel.many", words.format().count(open.size())));
            newest.setText(open.getFirst().sentence().in(words.locale()));
        }
    }
}
