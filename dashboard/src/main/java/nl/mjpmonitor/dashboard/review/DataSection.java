package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** Are the figures complete, what was restated, and what was decided the last time. */
final class DataSection extends AgendaSection {

    private final Div body = new Div();

    DataSection(ReviewWords words) {
        super(AgendaItem.DATA, words);
        add(body);
    }

    @Override
    void show(Review review) {
        body.removeAll();
        body.add(list(words().data(review), "gegevens"));
        Paragraph readAt = new Paragraph(
                words().text("review.peildatum", words().words().format().moment(review.readAt())));
        readAt.addClassName("secondary");
        readAt.getElement().setAttribute("data-testid", "peildatum");
        body.add(readAt);
        if (review.papers().mayDo(ReviewRight.READ)) {
            body.add(new H3(words().text("review.last-time")), lastTime(words(), review));
        }
    }

    /** Decisions and actions of the last time. */
    static Div lastTime(ReviewWords words, Review review) {
        Div last = new Div();
        review.papers()
                .before()
                .ifPresentOrElse(
                        agenda -> show(words, agenda, last),
                        () -> last.add(new Paragraph(words.text("review.last-time.none"))));
        last.getElement().setAttribute("data-testid", "vorige-keer");
        return last;
    }

    private static void show(ReviewWords words, Agenda agenda, Div last) {
        last.add(new Paragraph(
                words.text("review.last-time.of", words.month(agenda.key().month()))));
        last.add(list(
                agenda.content().topics().stream()
                        .filter(topic -> !topic.decision().isEmpty())
                        .map(Topic::decision)
                        .toList(),
                "vorige-besluiten"));
        if (!agenda.content().actions().isEmpty()) {
            last.add(new ActionTable(words, agenda.content().actions()));
        }
    }
}
