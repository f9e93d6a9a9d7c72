package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.targets.TargetJudgement;

/**
 * One indicator at a glance: what and how much, compared with what, whether that is unusual, its course and its source. The whole
 * tile is the link of its heading; nothing shows on hovering only.
 */
public final class KpiTile extends ListItem {

    /**
     * What the tile says.
     *
     * @param value the figure
     * @param period the period in words, with 'voorlopig' where it is
     * @param difference the comparison in words; empty for none
     * @param judgement whether it is unusual; empty where nothing is judged
     * @param target how it stands with the target; empty for none
     * @param course the last two years by month, or the years
     * @param normal the range that is normal
     * @param source source and the moment of its last data
     */
    public record Content(
            FigureText value,
            String period,
            String difference,
            Optional<Judgement> judgement,
            Favour favour,
            Optional<TargetJudgement> target,
            List<Sparkline.Point> course,
            Optional<Sparkline.Band> normal,
            String source) {

        public Content {
            course = List.copyOf(course);
        }
    }

    private final FigureWords words;
    private final Span value = new Span();
    private final Span unit = new Span();
    private final Paragraph period = new Paragraph();
    private final Paragraph difference = new Paragraph();
    private final TargetMark target = new TargetMark();
    private final Paragraph source = new Paragraph();
    private final JudgementMark judgement = new JudgementMark();
    private final Sparkline sparkline = new Sparkline();

    /**
     * An empty tile.
     *
     * @param link the indicator's name as a link to all about it
     * @param unit unit in words, to stand behind the figure; may be empty
     * @param testId names the figure for tests
     */
    public KpiTile(FigureWords words, Component link, String unit, String testId) {
        this.words = words;
        addClassName("kpi");
        this.unit.setText(unit);
        this.unit.addClassName("kpi-unit");
        value.addClassName("kpi-value");
        value.getElement().setAttribute("data-testid", testId);
        period.addClassName("kpi-period");
        difference.addClassName("kpi-difference");
        target.addClassName("kpi-target");
        source.addClassName("kpi-source");
        Span figure = new Span(value, this.unit);
        figure.addClassName("kpi-figure");
        add(new H3(link), figure, period, difference, judgement, target, sparkline, source);
    }

    /** Shows the content. */
    public void show(Content content) {
        value.setText(content.value().text());
        KeptFigure.keep(value, content.value());
        // all at once: the tone of the figure before must go
        value.setClassName("kpi-value");
        value.addClassNames(content.value().tone().classNames().split(" "));
        unit.setVisible(content.value().number().isPresent() && !unit.getText().isEmpty());
        say(period, content.period());
        say(difference, content.difference());
        target.setVisible(content.target().isPresent());
        content.target().ifPresent(said -> target.show(said.verdict(), words.locale()));
        say(source, content.source());
        judgement.setVisible(content.judgement().isPresent());
        content.judgement().ifPresent(said -> judgement.show(said, content.favour(), words));
        sparkline.show(content.course(), content.normal());
    }

    private static void say(Paragraph paragraph, String text) {
        paragraph.setText(text);
        paragraph.setVisible(!text.isEmpty());
    }
}
