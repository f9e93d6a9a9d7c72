package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FreshnessState;
import nl.mjpmonitor.dashboard.live.LiveFreshness;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;

/** 'Stand per …': up to when the figures hold, and a word when they lag behind. */
final class FreshnessLine extends Div {

    private record Line(String text, String badge) {}

    private final transient LiveFreshness freshness;
    private final transient FigureWords words;
    private final Span moment = new Span();
    private final Span badge = new Span();
    private transient Subscription subscription = () -> {};

    FreshnessLine(LiveFreshness freshness, FigureWords words) {
        this.freshness = freshness;
        this.words = words;
        addClassName("freshness");
        moment.getElement().setAttribute("data-testid", "stand-per");
        badge.addClassName("badge-late");
        badge.getElement().setAttribute("data-testid", "stand-badge");
        add(moment, badge);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Consumer<Line> delivery = PageDelivery.to(event.getUI(), this::show);
        AtomicReference<Line> told = new AtomicReference<>(new Line("", ""));
        subscription = freshness.watch(state -> {
            Line next = line(state);
            // the clock of the sources moves all the time, the line once a minute
            if (!next.equals(told.getAndSet(next))) {
                delivery.accept(next);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    private Line line(FreshnessState state) {
        Optional<Instant> oldest =
                state.sources().stream().map(SourceFreshness::sourceAt).min(Instant::compareTo);
        String text = oldest.map(
                        instant -> words.text("freshness.moment", words.format().moment(instant)))
                .orElseGet(() -> words.text("freshness.none"));
        return new Line(text, badge(state));
    }

    private String badge(FreshnessState state) {
        if (!state.isReachable()) {
            return words.text("freshness.unreachable");
        }
        return state.isLate() ? words.text("freshness.late") : "";
    }

    private void show(Line line) {
        moment.setText(line.text());
        badge.setText(line.badge());
        badge.setVisible(!line.badge().isEmpty());
    }
}
