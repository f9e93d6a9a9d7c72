package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.html.DescriptionList;
import java.time.Instant;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.SourceNote;

/** What an indicator means: definition, unit, source, owner, target, versions and what the published source says. */
public final class IndicatorDefinition extends DescriptionList {

    private final transient FigureWords words;
    private final Description readAt = new Description();
    private final Term peildatum;

    public IndicatorDefinition(Indicator indicator, FigureWords words) {
        this.words = words;
        this.peildatum = new Term(words.text("definition.peildatum"));
        addClassName("definition");
        say("definition.what", indicator.definition().in(words.locale()));
        say("definition.unit", words.unit(indicator.unit()));
        say("definition.source", words.text("source." + indicator.source()));
        String classes = indicator.measure().source().stream()
                .flatMap(rows -> rows.measures().stream())
                .map(measure -> measure.substring(measure.indexOf('.') + 1))
                .collect(Collectors.joining(", "));
        if (!classes.isEmpty()) {
            say("definition.measures", classes);
        }
        say("definition.owner", indicator.owner());
        say("definition.target", indicator.target().text().in(words.locale()));
        indicator
                .versions()
                .forEach(version -> say(
                        "definition.version",
                        words.text(
                                "definition.from",
                                words.format().month(version.from().getMonthValue()) + " "
                                        + version.from().getYear(),
                                version.note().in(words.locale()))));
        if (indicator.provisionalMonths() > 0) {
            say(
                    "definition.provisional",
                    words.text("definition.months", Integer.toString(indicator.provisionalMonths())));
        }
        indicator.notes().forEach(note -> say("definition.note", note(note)));
    }

    /** Says of which moment the figures beside it are. */
    public void showReadAt(Instant moment) {
        readAt.setText(words.text("definition.now", words.format().moment(moment)));
        if (readAt.getParent().isEmpty()) {
            add(peildatum, readAt);
        }
    }

    private String note(SourceNote note) {
        String quote = words.text("definition.quote", note.document(), note.quote());
        return note.text().map(text -> quote + " " + text.in(words.locale())).orElse(quote);
    }

    private void say(String key, String text) {
        add(new Term(words.text(key)), new Description(text));
    }
}
