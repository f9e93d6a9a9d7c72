package nl.mjpmonitor.dashboard.areas;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.OutcomeWords;
import nl.mjpmonitor.dashboard.figures.TileMap;
import nl.mjpmonitor.dashboard.figures.TilePlaces;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/** The buurten on a map: as tiles, or with their real boundaries where those are known. */
final class MapSection extends Section {

    private final transient FigureWords words;
    private final transient OutcomeWords outcomes;
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
        this.outcomes = new OutcomeWords(words);
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
        String name = choice.indicator().name().in(words.locale());
        boolean isRated = choice.indicator().perInhabitants();
        title.setText(words.text(isRated ? "areas.map.title" : "areas.map.title.count", name, Integer.toString(year)));
        intro.setText(words.text(isRated ? "areas.map.intro" : "areas.map.intro.count"));
        List<TileMap.Tile> shown =
                ranking.rows().stream().map(row -> tile(row, classes)).toList();
        Optional<AreaCode> chosen = Optional.of(choice.area())
                .filter(area -> area.kind() == AreaKind.BUURT)
                .map(Area::code);
        boolean isReal = choice.map() == AreaChoice.MapKind.GRENZEN && boundaries.isPresent();
        tiles.setClassName("legend-only", isReal);
        tiles.show(shown, legend(classes, shown), chosen);
        boundaries.ifPresent(map -> {
            map.setVisible(isReal);
            map.show(shown, chosen);
        });
        source.setVisible(isReal && !source.getText().isEmpty());
        buttons.forEach((kind, button) -> button.getElement()
                .setAttribute("aria-pressed", Boolean.toString((kind == AreaChoice.MapKind.GRENZEN) == isReal)));
        remainder.setVisible(rest.isPresent());
        remainder.setText(rest.map(point ->
                        words.text("areas.remainder", words.value(point.value()).text()))
                .orElse(""));
    }

    private TileMap.Tile tile(AreaRanking.Row row, Optional<RateClasses> classes) {
        Optional<Integer> number = classes.flatMap(all -> row.number().map(all::of));
        FigureText count = words.value(row.known().point().value());
        FigureText figure = row.number().isPresent() ? outcomes.amount(row.rate()) : count;
        String said;
        if (row.number().isPresent() && number.isPresent()) {
            said = words.text(
                    "areas.tile.rate",
                    row.area().name(),
                    figure.text(),
                    number.get().toString(),
                    row.judgement().word(words.locale()));
        } else if (row.number().isPresent()) {
            said = words.text("areas.tile.rate-only", row.area().name(), figure.text());
        } else if (row.isSmall()) {
            said = words.text("areas.tile.small", row.area().name(), count.text());
        } else {
            said = words.text("areas.tile.count", row.area().name(), count.text());
        }
        return new TileMap.Tile(row.area().code(), row.area().name(), figure, number, row.isUnusual(), said);
    }

    private List<TileMap.LegendEntry> legend(Optional<RateClasses> classes, List<TileMap.Tile> shown) {
        List<TileMap.LegendEntry> entries = new ArrayList<>();
        classes.ifPresent(all -> {
            for (int number = 1; number <= RateClasses.COUNT; number++) {
                int own = number;
                entries.add(new TileMap.LegendEntry(range(all, number), (int) shown.stream()
                        .filter(tile ->
                                tile.classNumber().filter(one -> one == own).isPresent())
                        .count()));
            }
        });
        return entries;
    }

    private String range(RateClasses classes, int number) {
        Optional<String> from = classes.from(number).map(this::decimal);
        Optional<String> below = classes.below(number).map(this::decimal);
        if (from.isEmpty()) {
            return words.text("areas.class.below", below.orElseThrow());
        }
        return below.map(upper -> words.text("areas.class.range", from.get(), upper))
                .orElseGet(() -> words.text("areas.class.from", from.get()));
    }

    private String decimal(BigDecimal bound) {
        return words.format().decimal(bound);
    }
}
