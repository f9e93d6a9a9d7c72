package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.Shown;

/** What asks for attention: at most seven one by one, the rest in a line. */
final class SignalSection extends AgendaSection {

    private final Div body = new Div();
    private final transient Shown<Content> shown = new Shown<>();

    private record Content(ReviewKey key, List<ReviewWords.Called> called) {}

    SignalSection(ReviewWords words) {
        super(AgendaItem.SIGNALS, words);
        Paragraph order = new Paragraph(words.text("review.order"));
        order.addClassName("secondary");
        order.getElement().setAttribute("data-testid", "volgorde");
        add(order, body);
    }

    @Override
    void show(Review review) {
        shown.ifOther(new Content(review.key(), words().called(review)), () -> {
            body.removeAll();
            body.add(signals(words(), review));
        });
    }

    static Div signals(ReviewWords words, Review review) {
        List<ReviewWords.Called> called = words.called(review);
        Div all = new Div();
        if (called.isEmpty()) {
            all.add(new Paragraph(words.text("review.signals.none")));
            return all;
        }
        OrderedList list = new OrderedList();
        list.addClassName("agenda-list");
        list.getElement().setAttribute("data-testid", "signalen");
        called.stream().limit(ReviewWords.MOST_SIGNALS).forEach(one -> list.add(item(words, review, one)));
        all.add(list);
        String rest = words.rest(called);
        if (!rest.isEmpty()) {
            Paragraph more = new Paragraph(rest);
            more.getElement().setAttribute("data-testid", "signalen-rest");
            all.add(more);
        }
        return all;
    }

    private static ListItem item(ReviewWords words, Review review, ReviewWords.Called called) {
        ListItem item = new ListItem(new Span(called.sentence() + " "));
        called.indicator()
                .ifPresent(indicator -> item.add(
                        new IndicatorAnchor(indicator, review.key().area(), words.text("review.to-indicator"))));
        called.indicator()
                .ifPresent(indicator -> item.getElement()
                        .getChild(1)
                        .setAttribute("aria-label", words.text("review.to-indicator.of", words.name(indicator))));
        return item;
    }
}
