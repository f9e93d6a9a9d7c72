package nl.mjpmonitor.dashboard.progress;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Shows how far long work is, with a button that stops it. The work runs on behalf of the reader, beside the page, and goes on when the
 * page is left. There is one work at a time: whoever clicks twice starts it once.
 */
public final class WorkPanel extends Div {

    /** What long work came to. */
    private sealed interface Outcome<T> {

        record Ready<T>(T result) implements Outcome<T> {}

        record Stopped<T>() implements Outcome<T> {}

        record Failed<T>(RuntimeException problem) implements Outcome<T> {}
    }

    private final transient FigureWords words;
    private final transient Workers workers;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph text = new Paragraph();
    private transient Watch watch = new Watch(_ -> {});
    private boolean isBusy;

    /** How far it is. */
    private sealed interface Stand {

        record Ready(int percent) implements Stand {}

        /** @param before how many come first */
        record Waiting(int before) implements Stand {}
    }

    /** Looks after one work, from its own thread and from the page. */
    private static final class Watch implements Progress {

        private final Consumer<Stand> shown;
        private Optional<Turn<?>> turn = Optional.empty();
        private boolean isStopped;
        private int percent;

        Watch(Consumer<Stand> shown) {
            this.shown = shown;
        }

        synchronized void stop() {
            isStopped = true;
            turn.ifPresent(Turn::cancel);
        }

        @Override
        public synchronized void at(int done, int all) {
            turn = Optional.empty();
            percent = all == 0 ? 0 : done * 100 / all;
            goOn(new Stand.Ready(percent));
        }

        @Override
        public synchronized void waits(Turn<?> waiting, int before) {
            turn = Optional.of(waiting);
            goOn(before == 0 ? new Stand.Ready(percent) : new Stand.Waiting(before));
        }

        private void goOn(Stand stand) {
            if (isStopped) {
                throw new CancelledException();
            }
            shown.accept(stand);
        }
    }

    public WorkPanel(FigureWords words, Workers workers) {
        this.words = words;
        this.workers = workers;
        addClassName("work-panel");
        text.getElement().setAttribute("role", "status").setAttribute("data-testid", "voortgang");
        bar.getElement().setAttribute("aria-label", words.text("work.progress"));
        Button stop = new Button(words.text("work.stop"), click -> watch.stop());
        stop.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        stop.getElement().setAttribute("data-testid", "werk-stoppen");
        add(text, bar, stop);
        setVisible(false);
    }

    /**
     * Starts work, unless other work is still going on here.
     *
     * @param work does it; hears of no page
     * @param onReady gets its result in the page's own turn
     * @param onProblem gets what it threw in the page's own turn; {@link CancelledException} when it was stopped
     */
    public <T> void start(Function<Progress, T> work, Consumer<T> onReady, Consumer<RuntimeException> onProblem) {
        if (isBusy) {
            return;
        }
        UI page = UI.getCurrent();
        isBusy = true;
        bar.setIndeterminate(true);
        text.setText(words.text("work.started"));
        setVisible(true);
        Watch progress = new Watch(PageDelivery.to(page, this::show));
        watch = progress;
        Consumer<Outcome<T>> ended = PageDelivery.to(page, outcome -> end(outcome, onReady, onProblem));
        workers.run(new DelegatingSecurityContextRunnable(() -> ended.accept(outcome(work, progress))));
    }

    private static <T> Outcome<T> outcome(Function<Progress, T> work, Progress progress) {
        try {
            return new Outcome.Ready<>(work.apply(progress));
        } catch (CancelledException stopped) {
            return new Outcome.Stopped<>();
        } catch (RuntimeException problem) {
            return new Outcome.Failed<>(problem);
        }
    }

    private void show(Stand stand) {
        if (!isBusy) {
            return;
        }
        switch (stand) {
            case Stand.Ready(int percent) -> {
                bar.setIndeterminate(false);
                bar.setValue(percent / 100.0);
                text.setText(words.text("work.at", Integer.toString(percent)));
            }
            case Stand.Waiting(int before) ->
                text.setText(
                        before == 1
                                ? words.text("work.waits.one")
                                : words.text("work.waits", words.format().count(before)));
        }
    }

    private <T> void end(Outcome<T> outcome, Consumer<T> onReady, Consumer<RuntimeException> onProblem) {
        isBusy = false;
        setVisible(false);
        switch (outcome) {
            case Outcome.Ready<T>(T result) -> onReady.accept(result);
            case Outcome.Stopped<T>() -> onProblem.accept(new CancelledException());
            case Outcome.Failed<T>(RuntimeException problem) -> onProblem.accept(problem);
        }
    }
}
