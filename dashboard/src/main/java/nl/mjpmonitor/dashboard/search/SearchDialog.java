package nl.mjpmonitor.dashboard.search;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.FigureWords;

/**
 * Search over figures, areas and views, by the combobox pattern of ARIA: the field keeps the focus, the arrows choose in the list
 * below it, Enter opens what is chosen and Escape closes.
 */
@StyleSheet("styles/search.css")
public final class SearchDialog extends Dialog {

    private static final int MOST = 12;
    private static final String LIST_ID = "zoek-lijst";

    private final transient SearchIndex index;
    private final transient FigureWords words;
    private final Input field = new Input();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph outcome = new Paragraph();
    private final transient List<SearchEntry> finds = new ArrayList<>();
    private int chosen;

    public SearchDialog(SearchSubject subject, FigureWords words) {
        this.words = words;
        this.index = subject.index(words);
        setHeaderTitle(words.text("search.title"));
        addClassName("search-dialog");
        setWidth("min(40rem, 94vw)");
        setUpField();
        list.setId(LIST_ID);
        list.addClassName("search-list");
        list.getElement().setAttribute("role", "listbox").setAttribute("aria-label", words.text("search.finds"));
        outcome.addClassNames("secondary", "search-outcome");
        outcome.getElement().setAttribute("role", "status").setAttribute("data-testid", "zoek-uitkomst");
        Paragraph keys = new Paragraph(words.text("search.keys"));
        keys.addClassNames("secondary", "search-keys");
        Div content = new Div(field, outcome, list, keys);
        content.addClassName("search");
        add(content);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                field.focus();
            }
        });
        show("");
    }

    private void setUpField() {
        field.setId("zoek");
        field.setType("search");
        field.setPlaceholder(words.text("search.placeholder"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(120);
        field.getElement()
                .setAttribute("aria-label", words.text("search.label"))
                .setAttribute("autocomplete", "off")
                .setAttribute("role", "combobox")
                .setAttribute("aria-autocomplete", "list")
                .setAttribute("aria-controls", LIST_ID)
                .setAttribute("aria-expanded", "false");
        field.addValueChangeListener(change -> show(change.getValue()));
        onKey("ArrowDown", () -> choose(chosen + 1));
        onKey("ArrowUp", () -> choose(chosen - 1));
        onKey("Enter", () -> {
            // what was typed last may still be on its way
            show(field.getValue());
            open(chosen);
        });
    }

    private void onKey(String key, Runnable action) {
        field.getElement()
                .addEventListener("keydown", event -> action.run())
                .setFilter("event.key === '" + key + "'")
                .synchronizeProperty("value")
                .preventDefault();
    }

    private void show(String typed) {
        List<SearchEntry> next = index.find(typed, MOST);
        boolean isSame = next.equals(finds);
        if (!isSame) {
            finds.clear();
            finds.addAll(next);
            list.removeAll();
            for (int place = 0; place < finds.size(); place++) {
                list.add(option(finds.get(place), place));
            }
            choose(0);
        }
        field.getElement().setAttribute("aria-expanded", Boolean.toString(!finds.isEmpty()));
        list.setVisible(!finds.isEmpty());
        outcome.setText(
                typed.isBlank()
                        ? words.text("search.hint")
                        : finds.isEmpty()
                                ? words.text("search.none", typed.strip())
                                : words.text(
                                        finds.size() == MOST ? "search.first" : "search.found",
                                        words.format().count(finds.size())));
    }

    private ListItem option(SearchEntry find, int place) {
        Span name = new Span(find.name());
        name.addClassName("search-name");
        Span hint = new Span(find.hint());
        hint.addClassName("search-hint");
        ListItem option = new ListItem(name, hint);
        option.setId("zoek-" + place);
        option.addClassName(find.kind().className());
        option.getElement().setAttribute("role", "option").setAttribute("data-testid", "zoek-vondst");
        option.addClickListener(click -> open(place));
        return option;
    }

    /** Chooses a find; past an end it goes on at the other. */
    private void choose(int place) {
        if (finds.isEmpty()) {
            field.getElement().removeAttribute("aria-activedescendant");
            return;
        }
        chosen = Math.floorMod(place, finds.size());
        field.getElement().setAttribute("aria-activedescendant", "zoek-" + chosen);
        for (int index = 0; index < finds.size(); index++) {
            list.getElement().getChild(index).setAttribute("aria-selected", Boolean.toString(index == chosen));
        }
        list.getElement().getChild(chosen).executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void open(int place) {
        if (place < finds.size()) {
            Location location = new Location(finds.get(place).address());
            UI ui = UI.getCurrent();
            close();
            ui.navigate(location.getPath(), location.getQueryParameters());
        }
    }
}
