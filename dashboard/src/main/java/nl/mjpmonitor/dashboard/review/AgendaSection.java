package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** One part of the hour, with its minutes. */
abstract class AgendaSection extends Section {

    private final transient ReviewWords words;

    AgendaSection(AgendaItem item, ReviewWords words) {
        this.words = words;
        setId(item.id());
        addClassName("agenda-section");
        Span minutes = new Span(words.text("review.minutes", item.minutes()));
        minutes.addClassName("agenda-minutes");
        H2 title = new H2(words.text(item.textKey()));
        title.setId("kop-" + item.id());
        title.add(minutes);
        getElement().setAttribute("aria-labelledby", "kop-" + item.id());
        add(title);
    }

    final ReviewWords words() {
        return words;
    }

    /** Shows the Maandbeeld. */
    abstract void show(Review review);

    static UnorderedList list(List<String> sentences, String testId) {
        UnorderedList list = new UnorderedList();
        list.addClassName("agenda-list");
        list.getElement().setAttribute("data-testid", testId);
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }
}
