package nl.mjpmonitor.dashboard.areas;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.TileMap;
import nl.mjpmonitor.dashboard.figures.TilePlaces;
import nl.mjpmonitor.dashboard.ranking.AreaRanking;
import nl.mjpmonitor.dashboard.ranking.RankedTiles;
import nl.mjpmonitor.dashboard.ranking.RateClasses;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/** The buurten on a map: as tiles, or with their real boundaries where those are known. */
final class MapSection extends Section {

    private final transient FigureWords words;
    private final transient RankedTiles ranked;
    private final H2 title = new H2();
    private final Paragraph intro = new Paragraph();
    private final Div kinds = new Div();
    private final transient Map<AreaChoice.MapKind, NativeButton> buttons = new EnumMap<>(AreaChoice.MapKind.class);
    private final TileMap tiles;
    private final transient Optional<BoundaryMap> boundaries;
    private final Paragraph source = new Paragraph();
    private final Paragraph remainder = new Paragraph();

    MapSection(
            TilePlaces places,
            AreasConfiguration.RealMap realMap,
            FigureWords words,
            Consumer<AreaCode> choose,
            Consumer<AreaChoice.MapKind> turn) {
        this.words = words;
        this.ranked = new RankedTiles(words);
        this.tiles = new TileMap(places, words.text("areas.map"), words.text("areas.river"), choose);
        this.boundaries =
                realMap.outlines().map(outlines -> new BoundaryMap(outlines, words.text("areas.map"), choose));
        addClassName("map-section");
        getElement().setAttribute("aria-labelledby", "kop-kaart");
        title.setId("kop-kaart");
        intro.addClassName("secondary");
        remainder.addClassName("remarks");
        remainder.getElement().setAttribute("data-testid", "niet-in-te-delen");
        source.addClassName("remarks");
        source.setText(realMap.source()
                .map(text -> words.text("areas.map.source", text))
                .orElse(""));
        kinds.addClassName("map-kinds");
        kinds.getElement().setAttribute("role", "group").setAttribute("aria-label", words.text("areas.map.kind"));
        for (AreaChoice.MapKind kind : AreaChoice.MapKind.values()) {
            NativeButton button = new NativeButton(words.text("areas.map." + kind), click -> turn.accept(kind));
            button.getElement().setAttribute("data-testid", "kaart-" + AreaChoice.word(kind));
            buttons.put(kind, button);
            kinds.add(button);
        }
        kinds.setVisible(boundaries.isPresent());
        add(title, intro, kinds, tiles);
        boundaries.ifPresent(this::add);
        add(remainder, source);
    }

    /**
     * Shows the buurten.
     *
     * @param rest what could not be assigned to a buurt; empty when the reader may not see it
     */
    void show(
            AreaChoice choice,
            int year,
            AreaRanking ranking,
            Optional<RateClasses> classes,
            Optional<IndicatorPoint> rest) {
        boolean isRated = choice.indicator().perInhabitants();
        TileMap.Picture picture = ranked.picture(choice.indicator(), year, ranking, classes);
        title.setText(picture.title());
        intro.setText(words.text(isRated ? "areas.map.intro" : "areas.map.intro.count"));
        Optional<AreaCode> chosen = Optional.of(choice.area())
                .filter(area -> area.kind() == AreaKind.BUURT)
                .map(Area::code);
        boolean isReal = choice.map() == AreaChoice.MapKind.GRENZEN && boundaries.isPresent();
        tiles.setClassName("legend-only", isReal);
        tiles.show(picture, chosen);
        boundaries.ifPresent(map -> {
            map.setVisible(isReal);
            map.show(picture.tiles(), chosen);
        });
        source.setVisible(isReal && !source.getText().isEmpty());
        buttons.forEach((kind, button) -> button.getElement()
                .setAttribute("aria-pressed", Boolean.toString((kind == AreaChoice.MapKind.GRENZEN) == isReal)));
        remainder.setVisible(rest.isPresent());
        remainder.setText(rest.map(point ->
                        words.text("areas.remainder", words.value(point.value()).text()))
                .orElse(""));
    }
}
