package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.IndicatorDefinition;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.Lineage;
import nl.mjpmonitor.warehouse.programme.Ambition;
import nl.mjpmonitor.warehouse.programme.Programme;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction;
import nl.mjpmonitor.warehouse.programme.ProgrammeCatalogue;
import nl.mjpmonitor.warehouse.programme.ProgrammeEntry;
import nl.mjpmonitor.warehouse.programme.SuccessCriterion;

/** What the figure means, where it comes from step by step, and what in the programme it says something about. */
final class MeaningSection extends Section {

    private final transient FigureWords words;
    private final IndicatorDefinition definition;

    MeaningSection(Indicator indicator, Lineage lineage, ProgrammeCatalogue programme, FigureWords words) {
        this.words = words;
        this.definition = new IndicatorDefinition(indicator, words);
        addClassName("meaning");
        getElement().setAttribute("aria-labelledby", "kop-betekenis");
        H2 title = new H2(words.text("indicator.meaning"));
        title.setId("kop-betekenis");
        add(title, definition);
        if (!indicator.aliases().isEmpty()) {
            add(new Paragraph(words.text("indicator.aliases", String.join(", ", indicator.aliases()))));
        }
        add(programme(indicator, programme), lineage(indicator, lineage));
    }

    /** Says of which moment the figures are. */
    void showReadAt(Instant moment) {
        definition.showReadAt(moment);
    }

    private Div programme(Indicator indicator, ProgrammeCatalogue catalogue) {
        Div all = new Div(new H3(words.text("indicator.programme")));
        List<ProgrammeEntry> entries = catalogue.about(indicator.id());
        if (entries.isEmpty()) {
            all.add(new Paragraph(words.text("indicator.programme.none")));
            return all;
        }
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("data-testid", "programma");
        entries.forEach(entry -> {
            Span kind = new Span(words.text("programme.kind." + kind(entry)));
            kind.addClassName("entry-kind");
            Span place = new Span(document(catalogue, entry)
                            .map(programme -> programme.title().in(words.locale()) + ", ")
                            .orElse("")
                    + entry.passage().place());
            place.addClassName("secondary");
            list.add(new ListItem(kind, new Span(entry.text().in(words.locale())), place));
        });
        list.addClassName("entries");
        all.add(list);
        return all;
    }

    private static Optional<Programme> document(ProgrammeCatalogue catalogue, ProgrammeEntry entry) {
        return catalogue.programmes().stream()
                .filter(programme -> programme.entries().anyMatch(entry::equals))
                .findFirst();
    }

    private static String kind(ProgrammeEntry entry) {
        return switch (entry) {
            case Ambition _ -> "ambition";
            case SuccessCriterion _ -> "criterion";
            case ProgrammeAction _ -> "action";
        };
    }

    private Div lineage(Indicator indicator, Lineage lineage) {
        Div all = new Div(new H3(words.text("indicator.lineage")));
        Paragraph intro = new Paragraph(words.text("indicator.lineage.intro"));
        intro.addClassName("secondary");
        all.add(intro);
        boolean isRatio = lineage.strands().size() > 1;
        lineage.strands().forEach(strand -> {
            if (isRatio) {
                all.add(new Paragraph(
                        words.text("lineage.strand", strand.fact().name().in(words.locale()))));
            }
            OrderedList steps = new OrderedList();
            steps.addClassName("lineage");
            steps.getElement().setAttribute("data-testid", "herkomst-" + strand.indicator());
            steps.add(
                    step(
                            "lineage.source",
                            words.text("source." + strand.fact().id().system())),
                    step(
                            "lineage.table",
                            strand.fact().schema() + "." + strand.fact().table(),
                            String.join(", ", strand.columns())),
                    step("lineage.topic", String.join(", ", strand.fact().topics())),
                    step("lineage.log", Lineage.CHANGE_LOG),
                    step(
                            strand.measures().isEmpty() ? "lineage.casework" : "lineage.counts",
                            strand.readFrom(),
                            String.join(", ", strand.measures())),
                    step("lineage.catalogue", lineage.entry()),
                    step("lineage.page", "indicator/" + indicator.id(), "/api/v1/indicatoren/" + indicator.id()));
            all.add(steps);
        });
        return all;
    }

    private ListItem step(String key, String... codes) {
        Span name = new Span(words.text(key));
        name.addClassName("step-name");
        ListItem item = new ListItem(name);
        for (String code : codes) {
            if (!code.isEmpty()) {
                item.add(key.equals("lineage.source") ? new Span(code) : new Code(code));
            }
        }
        return item;
    }
}
