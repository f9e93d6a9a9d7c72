package nl.mjpmonitor.dashboard.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.Favour;
import nl.mjpmonitor.dashboard.figures.FigureLink;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.KpiTile;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.targets.TargetJudgement;

/** One theme: its headline figures as tiles, its open signals and its actions. */
final class ThemeCard extends Section {

    /** A figure that chance does not explain. */
    record Unusual(Indicator indicator, AreaCode area, Judgement judgement, Favour favour) {}

    private final transient FigureWords words;
    private final transient Area area;
    private final transient Map<IndicatorId, KpiTile> tiles = new LinkedHashMap<>();
    private final transient List<Unusual> unusual = new ArrayList<>();
    private boolean isAnythingKnown;

    ThemeCard(
            IndicatorTheme theme,
            Area area,
            List<Indicator> headline,
            String signals,
            String actions,
            FigureWords words) {
        this.words = words;
        this.area = area;
        String name = theme.name().in(words.locale());
        addClassName("theme-card");
        getElement().setAttribute("aria-labelledby", "thema-" + theme.id());
        Anchor link = new Anchor("thema/" + theme.id() + "?gebied=" + area.code(), name);
        H2 title = new H2(link);
        title.setId("thema-" + theme.id());
        title.getElement().setAttribute("tabindex", "-1");
        Anchor goals = new Anchor("doelen?thema=" + theme.id(), actions);
        Paragraph state = new Paragraph(signals + " · ");
        state.add(goals);
        state.addClassName("secondary");
        Div head = new Div(title, state);
        head.addClassName("theme-card-head");
        UnorderedList list = new UnorderedList();
        list.addClassName("kpis");
        for (Indicator indicator : headline) {
            KpiTile tile = new KpiTile(
                    words,
                    new FigureLink(indicator.id(), area.code(), indicator.name().in(words.locale())),
                    words.unitBehind(indicator.unit()),
                    indicator.id() + "-waarde");
            tiles.put(indicator.id(), tile);
            list.add(tile);
        }
        add(head, list);
    }

    /** Forgets what was unusual, before all tiles are shown anew. */
    void begin() {
        unusual.clear();
        isAnythingKnown = false;
    }

    /** Shows one figure. */
    void show(Indicator indicator, HeadlineFigure figure, Optional<TargetJudgement> target, String source) {
        KpiTile tile = tiles.get(indicator.id());
        if (tile == null) {
            return;
        }
        KpiTile.Content content = new TileWords(words).content(indicator, figure, target, source);
        tile.show(content);
        content.judgement().ifPresent(judgement -> {
            isAnythingKnown |= TileWords.isSaid(judgement.verdict());
            if (TileWords.isUnusual(judgement.verdict())) {
                unusual.add(new Unusual(indicator, area.code(), judgement, content.favour()));
            }
        });
    }

    List<Unusual> unusual() {
        return List.copyOf(unusual);
    }

    /** Whether any figure of the theme could be judged. */
    boolean isAnythingKnown() {
        return isAnythingKnown;
    }
}
