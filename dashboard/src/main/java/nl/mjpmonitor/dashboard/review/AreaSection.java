package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Where the subjects stand out, and what is coming. */
final class AreaSection extends AgendaSection {

    private final Div body = new Div();
    private final AgendaText outlook;

    AreaSection(ReviewWords words, AgendaWriter writer) {
        super(AgendaItem.AREAS, words);
        outlook = new AgendaText(
                words,
                "review.outlook.text",
                "vooruitblik",
                text -> writer.write(content -> content.withOutlook(text)));
        add(body, outlook);
    }

    @Override
    void show(Review review) {
        body.removeAll();
        body.add(areas(words(), review));
        outlook.setVisible(review.papers().mayDo(ReviewRight.READ));
        outlook.show(
                review.papers().agenda().content().outlook(), review.papers().mayDo(ReviewRight.WRITE));
    }

    static Div areas(ReviewWords words, Review review) {
        List<String> unusual = words.unusualParts(review);
        List<String> coming = words.outlook(review);
        Div all = new Div();
        all.add(new H3(words.text("review.areas")));
        all.add(
                unusual.isEmpty()
                        ? new Paragraph(
                                words.text(review.parts().isEmpty() ? "review.areas.unknown" : "review.areas.none"))
                        : list(unusual, "gebieden"));
        all.add(new H3(words.text("review.outlook")));
        all.add(coming.isEmpty() ? new Paragraph(words.text("review.outlook.none")) : list(coming, "kalender"));
        return all;
    }
}
