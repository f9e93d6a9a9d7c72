package nl.mjpmonitor.dashboard.overview;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.choices.LastChoices.Before;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.figures.FigureLink;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.revisions.Revision;
import nl.mjpmonitor.warehouse.revisions.RevisionKind;

/** What changed since the reader was here before: figures that came in, figures that were restated, and new duiding. */
final class NewsSection extends Section {

    private static final int MOST = 5;

    private final transient FigureWords words;
    private final transient Area area;
    private final transient Before before;
    private final transient Map<IndicatorId, Indicator> indicators;
    private final transient List<Duiding> duidingen;
    private final Paragraph summary = new Paragraph();
    private final UnorderedList list = new UnorderedList();

    /**
     * @param duidingen new duiding about indicators among these
     */
    NewsSection(Before before, List<Indicator> indicators, List<Duiding> duidingen, Area area, FigureWords words) {
        this.words = words;
        this.area = area;
        this.before = before;
        this.indicators = indicators.stream().collect(Collectors.toMap(Indicator::id, Function.identity()));
        this.duidingen = duidingen;
        addClassName("news-section");
        getElement().setAttribute("aria-labelledby", "kop-nieuws").setAttribute("data-testid", "sinds-vorig-bezoek");
        H2 title = new H2(words.text("overview.news"));
        title.setId("kop-nieuws");
        list.addClassName("news-list");
        add(title, summary, list);
    }

    /** Shows what changed. */
    void show(List<Revision> revisions) {
        list.removeAll();
        switch (before) {
            case Before.NotKnown() -> summary.setText(words.text("overview.news.unknown"));
            case Before.Never() -> summary.setText(words.text("overview.news.first"));
            case Before.On(var moment) -> {
                List<Revision> restated = revisions.stream()
                        .filter(revision -> revision.kind() != RevisionKind.ADDED)
                        .toList();
                int added = revisions.size() - restated.size();
                String since = words.format().moment(moment);
                boolean isNothing = revisions.isEmpty() && duidingen.isEmpty();
                summary.setText(
                        isNothing ? words.text("overview.news.none", since) : words.text("overview.news.since", since));
                if (added > 0) {
                    list.add(new ListItem(
                            words.text("overview.news.added", words.format().count(added))));
                }
                restated.stream().limit(MOST).forEach(revision -> list.add(item(revision)));
                if (restated.size() > MOST) {
                    list.add(new ListItem(
                            words.text("overview.news.more", words.format().count(restated.size() - (long) MOST))));
                }
                duidingen.stream().limit(MOST).forEach(duiding -> list.add(item(duiding)));
            }
        }
        list.setVisible(list.getChildren().findAny().isPresent());
    }

    /** 'Zakkenrollerij, mei 2026: van 12 naar 14'. */
    private ListItem item(Revision revision) {
        return new ListItem(
                link(revision.indicator()),
                new Span(words.text(
                        "overview.news.restated",
                        revision.period().label(words.locale()),
                        words.value(revision.then().value()).text(),
                        words.value(revision.now().value()).text())));
    }

    private ListItem item(Duiding duiding) {
        return new ListItem(
                link(duiding.subject().indicator()),
                new Span(words.text(
                        "overview.news.duiding",
                        words.text("duiding.state." + duiding.current().state()),
                        duiding.current().text())));
    }

    private FigureLink link(IndicatorId id) {
        Indicator indicator = indicators.get(id);
        return new FigureLink(
                id,
                area.code(),
                indicator == null ? id.value() : indicator.name().in(words.locale()));
    }
}
