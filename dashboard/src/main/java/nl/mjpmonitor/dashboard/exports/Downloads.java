package nl.mjpmonitor.dashboard.exports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.progress.CancelledException;
import nl.mjpmonitor.dashboard.progress.LineFullException;
import nl.mjpmonitor.dashboard.progress.Turn;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.warehouse.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers the links to files of a page, and says beside them what happens: that a file waits and how many are before it, with a button
 * that gives it up, or why it did not come. A link works without what is said here. Whoever opens it outside the page reads the same
 * sentence there.
 */
@StyleSheet("styles/exports.css")
public final class Downloads extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    /** What is said of one link. */
    private sealed interface State {

        /** @param before how many files come first; 0 while it is being made */
        record Waiting(int before, Runnable stop) implements State {}

        /** Nothing needs to be said. */
        record Over() implements State {}

        record Failed(String sentence) implements State {}
    }

    /** Why a file does not come. */
    private record Refusal(HttpStatusCode status, String sentence) {}

    private final transient FigureWords words;
    private final transient Function<RuntimeException, Optional<String>> known;
    private final transient Map<String, Div> lines = new HashMap<>();

    public Downloads(FigureWords words) {
        this(words, _ -> Optional.empty());
    }

    /** @param known the sentence for a problem that the page itself can explain */
    public Downloads(FigureWords words, Function<RuntimeException, Optional<String>> known) {
        this.words = words;
        this.known = known;
        addClassName("downloads");
        getElement().setAttribute("role", "status").setAttribute("data-testid", "downloads");
    }

    /**
     * What answers when a link is followed.
     *
     * @param name what the link gives, such as "Document (PDF)"
     * @param file asks for it on behalf of who follows the link; empty when there is nothing to give
     */
    public DownloadHandler handler(String name, Supplier<Optional<Turn<Optional<ExportFile>>>> file) {
        return event -> answer(event, name, shown -> file.get().flatMap(turn -> awaited(turn, shown)));
    }

    /**
     * The same for work of which the outcome is not the file itself.
     *
     * @param made the file of an outcome
     */
    public <T> DownloadHandler handler(String name, Supplier<Turn<T>> work, Function<T, ExportFile> made) {
        return event -> answer(event, name, shown -> Optional.of(made.apply(awaited(work.get(), shown))));
    }

    /** The same for a file that is there already and needs no turn. */
    public DownloadHandler keptHandler(String name, Supplier<ExportFile> file) {
        return event -> answer(event, name, _ -> Optional.of(file.get()));
    }

    private void answer(DownloadEvent event, String name, Function<Consumer<State>, Optional<ExportFile>> asked)
            throws IOException {
        Consumer<State> shown = getUI().<Consumer<State>>map(page -> PageDelivery.to(page, state -> show(name, state)))
                .orElse(_ -> {});
        Optional<ExportFile> file;
        try {
            file = asked.apply(shown);
        } catch (CancelledException stopped) {
            shown.accept(new State.Over());
            event.getResponse().setStatus(HttpStatusCode.NO_CONTENT.getCode());
            return;
        } catch (RuntimeException problem) {
            refuse(event, refusal(problem, name), shown);
            return;
        }
        if (file.isEmpty()) {
            refuse(event, new Refusal(HttpStatusCode.NOT_FOUND, words.text("export.nothing", name)), shown);
            return;
        }
        shown.accept(new State.Over());
        event.setFileName(file.get().name());
        event.setContentType(file.get().mediaType());
        event.setContentLength(file.get().bytes().length);
        event.getOutputStream().write(file.get().bytes());
    }

    private static <T> T awaited(Turn<T> turn, Consumer<State> shown) {
        return turn.await(before -> shown.accept(new State.Waiting(before, turn::cancel)));
    }

    private Refusal refusal(RuntimeException problem, String name) {
        return switch (problem) {
            case OutOfScopeException _ -> new Refusal(HttpStatusCode.FORBIDDEN, words.text("export.refused", name));
            case WarehouseException _ ->
                new Refusal(HttpStatusCode.SERVICE_UNAVAILABLE, words.text("export.away", name));
            case StoreAwayException _ ->
                new Refusal(HttpStatusCode.SERVICE_UNAVAILABLE, words.text("export.away", name));
            case LineFullException _ ->
                new Refusal(HttpStatusCode.SERVICE_UNAVAILABLE, words.text("export.full", name));
            default ->
                new Refusal(
                        HttpStatusCode.INTERNAL_SERVER_ERROR,
                        known.apply(problem).orElseGet(() -> {
                            LOG.error("A file could not be made: {}", name, problem);
                            return words.text("export.failed", name);
                        }));
        };
    }

    private void refuse(DownloadEvent event, Refusal refusal, Consumer<State> shown) throws IOException {
        shown.accept(new State.Failed(refusal.sentence()));
        VaadinResponse response = event.getResponse();
        response.setStatus(refusal.status().getCode());
        if (refusal.status() == HttpStatusCode.SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", Integer.toString(LineFullException.RETRY_SECONDS));
        }
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream()
                .write(plainPage(refusal.sentence(), event.getRequest().getContextPath())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** For who opens the link outside the page: without anything that has to be fetched. */
    private String plainPage(String sentence, String root) {
        return """
            <!DOCTYPE html>
            <html lang="%1$s"><head><meta charset="utf-8"><title>%2$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body{font:1rem/1.5 "Source Sans 3","Segoe UI",Arial,sans-serif;color:#17212b;background:#fff;\
            max-width:36rem;margin:3rem auto;padding:0 1rem}a{color:#0b5394}\
            @media(prefers-color-scheme:dark){body{color:#eef2f5;background:#12181f}a{color:#8cc4f5}}</style></head>
            <body><main><h1>%2$s</h1><p>%3$s</p><p><a href="%5$s/">%4$s</a></p></main></body></html>
            """.formatted(
                        words.locale().toLanguageTag(),
                        HtmlUtils.htmlEscape(words.text("export.failed.title")),
                        HtmlUtils.htmlEscape(sentence),
                        HtmlUtils.htmlEscape(words.text("export.failed.back")),
                        HtmlUtils.htmlEscape(root));
    }

    private void show(String name, State state) {
        Div line = lines.computeIfAbsent(name, _ -> new Div());
        line.removeAll();
        switch (state) {
            case State.Waiting(int before, Runnable stop) -> {
                line.add(new Span(waiting(name, before)), stop(name, stop));
                add(line);
            }
            case State.Over() -> {
                remove(line);
                lines.remove(name);
            }
            case State.Failed(String sentence) -> {
                line.add(new Paragraph(sentence));
                add(line);
            }
        }
    }

    private String waiting(String name, int before) {
        return switch (before) {
            case 0 -> words.text("export.made", name);
            case 1 -> words.text("export.waits.one", name);
            default -> words.text("export.waits", name, words.format().count(before));
        };
    }

    private Button stop(String name, Runnable stop) {
        Button button = new Button(words.text("work.stop"), click -> stop.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(words.text("export.stop", name));
        button.getElement().setAttribute("data-testid", "download-stoppen");
        return button;
    }
}
