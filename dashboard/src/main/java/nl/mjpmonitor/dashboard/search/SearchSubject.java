package nl.mjpmonitor.dashboard.search;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.figures.FigureLink;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import org.springframework.stereotype.Component;

/** What the reader of this thread can find: only what the role opens. */
@Component
public class SearchSubject {

    private static final String AREAS = "gebieden";

    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;

    SearchSubject(ReadableCatalogue catalogue, ReadableAreas areas) {
        this.catalogue = catalogue;
        this.areas = areas;
    }

    SearchIndex index(FigureWords words) {
        List<MenuEntry> menu = MenuConfiguration.getMenuEntries();
        List<SearchEntry> entries = new ArrayList<>();
        menu.forEach(entry -> entries.add(view(words.text(entry.title()), path(entry), words)));
        Locale locale = words.locale();
        Map<String, IndicatorTheme> themes =
                catalogue.themes().stream().collect(Collectors.toMap(IndicatorTheme::id, Function.identity()));
        themes.values().forEach(theme -> entries.add(view(theme.name().in(locale), "thema/" + theme.id(), words)));
        catalogue.indicators().forEach(indicator -> entries.add(indicator(indicator, themes, locale)));
        // areas have a page where there is one for them; else the first page of all
        String place = menu.stream().map(SearchSubject::path).anyMatch(AREAS::equals) ? AREAS : "overzicht";
        areas.all().forEach(area -> entries.add(area(area, place, words)));
        return new SearchIndex(entries);
    }

    private static String path(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }

    private static SearchEntry view(String name, String path, FigureWords words) {
        return new SearchEntry(SearchEntry.Kind.VIEW, name, words.text("search.kind.view"), List.of(), path);
    }

    private SearchEntry indicator(Indicator indicator, Map<String, IndicatorTheme> themes, Locale locale) {
        List<String> others = new ArrayList<>(indicator.aliases());
        others.add(indicator.id().value());
        return new SearchEntry(
                SearchEntry.Kind.INDICATOR,
                indicator.name().in(locale),
                Optional.ofNullable(themes.get(indicator.theme()))
                        .map(theme -> theme.name().in(locale))
                        .orElse(""),
                others,
                FigureLink.address(indicator.id(), areas.municipality().code()));
    }

    private SearchEntry area(Area area, String place, FigureWords words) {
        return new SearchEntry(
                SearchEntry.Kind.AREA,
                area.name(),
                words.text("search.area." + area.kind()),
                List.of(area.code().value()),
                place + "?gebied=" + area.code());
    }
}
