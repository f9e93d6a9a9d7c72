package nl.mjpmonitor.dashboard.goals;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.Folded;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.programme.Ambition;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction;
import nl.mjpmonitor.warehouse.programme.ProgrammeEntry;
import nl.mjpmonitor.warehouse.programme.SuccessCriterion;
import nl.mjpmonitor.warehouse.targets.TargetJudgement;

/** One thing that a document wants: what, who, when, how it stands, its figures, and where it was published. */
final class GoalItem extends ListItem {

    private final transient FigureWords words;
    private final GoalFigures figures;

    GoalItem(ProgrammeEntry entry, GoalFigures figures, YearMonth now, FigureWords words) {
        this.words = words;
        this.figures = figures;
        setId(entry.id());
        addClassName("goal");
        getElement().setAttribute("data-testid", entry.id());
        add(new H4(entry.text().in(words.locale())), facts(entry, now), figures, passage(entry));
    }

    private Div facts(ProgrammeEntry entry, YearMonth now) {
        Div facts = new Div();
        facts.addClassName("goal-facts");
        switch (entry) {
            case Ambition ambition -> facts.add(fact("goals.owner", ambition.owner()));
            case SuccessCriterion criterion -> facts.add(new Span(words.text("goals.kind." + criterion.kind())));
            case ProgrammeAction action -> {
                facts.add(fact("goals.owner", action.owner()));
                action.due().ifPresent(due -> facts.add(fact("goals.due", month(due))));
                ActionState state = ActionState.of(action, now);
                Span badge = new Span(words.text("goals.state." + state));
                badge.addClassNames("goal-state", state.className());
                facts.add(badge);
            }
        }
        return facts;
    }

    private Span fact(String key, String value) {
        return new Span(words.text(key, value));
    }

    private String month(YearMonth month) {
        return Period.month(month.getYear(), month.getMonthValue()).label(words.locale());
    }

    private Details passage(ProgrammeEntry entry) {
        Details details = new Folded(words.text("goals.passage"), () -> quote(entry));
        details.addClassName("goal-passage");
        return details;
    }

    private Div quote(ProgrammeEntry entry) {
        Paragraph quote =
                new Paragraph(words.text("goals.quote", entry.passage().quote()));
        Paragraph place = new Paragraph(words.text(
                "goals.place", entry.passage().document(), entry.passage().place()));
        place.addClassName("secondary");
        return new Div(quote, place);
    }

    void show(Map<IndicatorId, Optional<TargetJudgement>> judgements) {
        figures.show(judgements);
    }
}
