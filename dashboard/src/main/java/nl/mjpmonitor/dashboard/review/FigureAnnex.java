package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.figures.Shown;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * All figures, chapter by chapter, what deserves attention first. A chapter shows the indicators that ask for attention; all others
 * when it is opened, which the address remembers.
 */
final class FigureAnnex extends Section {

    static final String OPEN = "alles";

    private final transient ReviewWords words;
    private final Div body = new Div();
    private final Paragraph marks = new Paragraph();
    private final transient Shown<ReviewKey> key = new Shown<>();
    private final transient Map<String, Part> parts = new HashMap<>();

    /** Where a chapter stands, and what it shows. */
    private record Part(Div place, Shown<Content> shown) {}

    private record Content(List<ReviewLine> lines, List<List<Duiding>> duidingen, Set<String> open) {}

    FigureAnnex(ReviewWords words) {
        this.words = words;
        setId("cijfers");
        H2 title = new H2(words.text("review.figures"));
        title.setId("kop-cijfers");
        addClassName("agenda-section");
        getElement().setAttribute("aria-labelledby", "kop-cijfers");
        Paragraph order = new Paragraph(words.text("review.order"));
        order.addClassName("secondary");
        Paragraph rate = new Paragraph(words.text("review.rate"));
        rate.addClassName("secondary");
        marks.addClassNames("remarks", "mark-key");
        add(title, order, rate, body, marks);
    }

    void show(Review review, Set<String> open) {
        key.ifOther(review.key(), () -> {
            parts.clear();
            body.removeAll();
        });
        review.chapters().forEach(chapter -> show(review, chapter, open));
        String letters = words.markKey(review.figures().lines());
        marks.setText(letters);
        marks.setVisible(!letters.isEmpty());
    }

    private void show(Review review, Chapter chapter, Set<String> open) {
        Set<IndicatorId> own = chapter.indicators().stream().map(Indicator::id).collect(Collectors.toSet());
        List<ReviewLine> lines = review.figures().lines().stream()
                .filter(line -> own.contains(line.indicator().id()))
                .toList();
        Part part = parts.computeIfAbsent(chapter.id(), this::part);
        part.shown()
                .ifOther(
                        new Content(
                                lines,
                                lines.stream()
                                        .map(line -> review.papers()
                                                .about(line.indicator().id()))
                                        .toList(),
                                open),
                        () -> fill(part.place(), review, chapter, lines, open));
    }

    private Part part(String chapter) {
        Div place = new Div();
        place.addClassName("chapter");
        place.setId("hoofdstuk-" + chapter);
        place.getElement().setAttribute("data-testid", "hoofdstuk-" + chapter);
        body.add(place);
        return new Part(place, new Shown<>());
    }

    private void fill(Div section, Review review, Chapter chapter, List<ReviewLine> all, Set<String> open) {
        String name = chapter.name().in(words.words().locale());
        boolean isOpen = open.contains(chapter.id());
        List<ReviewLine> shown = isOpen
                ? all
                : all.stream().filter(line -> line.attention().isCalled()).toList();
        section.removeAll();
        section.add(new H3(name));
        if (shown.isEmpty()) {
            section.add(new Paragraph(words.text("review.chapter.quiet", words.count(all.size()))));
        } else {
            section.add(scrollable(
                    name,
                    new ReviewTable(
                            words,
                            review,
                            words.text(
                                    "review.chapter.caption",
                                    name,
                                    words.count(all.stream()
                                            .filter(line -> line.attention().isCalled())
                                            .count()),
                                    words.count(all.size())),
                            shown)));
        }
        if (shown.size() < all.size() || isOpen) {
            section.add(toggle(review.key(), chapter.id(), name, all.size(), open));
        }
    }

    private RouterLink toggle(ReviewKey key, String chapter, String name, int count, Set<String> open) {
        boolean isOpen = open.contains(chapter);
        Set<String> next = new TreeSet<>(open);
        if (isOpen) {
            next.remove(chapter);
        } else {
            next.add(chapter);
        }
        RouterLink link = new RouterLink(
                isOpen
                        ? words.text("review.chapter.fewer", name)
                        : words.text("review.chapter.all", words.count(count), name),
                ReviewView.class);
        link.addClassName("chapter-toggle");
        link.getElement().setAttribute("data-testid", "alles-" + chapter);
        List<String> values = new ArrayList<>(next);
        QueryParameters parameters = key.parameters();
        link.setQueryParameters(values.isEmpty() ? parameters : parameters.merging(OPEN, String.join(",", values)));
        return link;
    }

    private Div scrollable(String name, ReviewTable table) {
        Div box = new Div(table);
        box.addClassName("table-box");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", words.text("table.box", name));
        return box;
    }

    /** The chapters that an address opens. */
    static Set<String> open(QueryParameters parameters) {
        return parameters
                .getSingleParameter(OPEN)
                .map(value -> Set.copyOf(List.of(value.split(",", -1))))
                .orElse(Set.of());
    }
}
