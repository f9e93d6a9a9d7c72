package nl.mjpmonitor.dashboard.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.OutcomeWords;
import nl.mjpmonitor.dashboard.figures.TileMap;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/** A ranking of the buurten as what a map of them shows: tiles in classes, a legend, and the same in words. */
public final class RankedTiles {

    private final FigureWords words;
    private final OutcomeWords outcomes;

    public RankedTiles(FigureWords words) {
        this.words = words;
        this.outcomes = new OutcomeWords(words);
    }

    /**
     * The map of an indicator in a year.
     *
     * @param ranking of the buurten
     * @param classes empty when rates of the indicator are in no class; then the tiles have no colour
     */
    public TileMap.Picture picture(Indicator indicator, int year, AreaRanking ranking, Optional<RateClasses> classes) {
        List<TileMap.Tile> tiles = ranking.rows().stream()
                .map(row -> tile(indicator, row, classes))
                .toList();
        String title = words.text(
                indicator.perInhabitants() ? "areas.map.title" : "areas.map.title.count",
                indicator.name().in(words.locale()),
                Integer.toString(year));
        return new TileMap.Picture(title, description(title, tiles), tiles, legend(classes, tiles));
    }

    private TileMap.Tile tile(Indicator indicator, AreaRanking.Row row, Optional<RateClasses> classes) {
        Optional<Integer> number = classes.flatMap(all -> row.number().map(all::of));
        FigureText count = words.marked(row.known().point());
        FigureText rate = outcomes.amount(row.rate());
        String said;
        if (row.number().isPresent() && number.isPresent()) {
            said = words.text(
                    "areas.tile.rate",
                    row.area().name(),
                    rate.text(),
                    number.get().toString(),
                    row.judgement().word(words.locale()));
        } else if (row.number().isPresent()) {
            said = words.text("areas.tile.rate-only", row.area().name(), rate.text());
        } else if (row.isSmall()) {
            said = words.text("areas.tile.small", row.area().name(), count.text());
        } else {
            said = words.text("areas.tile.count", row.area().name(), count.text());
        }
        return new TileMap.Tile(
                row.area().code(),
                row.area().name(),
                count,
                rate,
                number,
                row.isUnusual(),
                indicator.perInhabitants() ? row.judgement().word(words.locale()) : "",
                said);
    }

    private String description(String title, List<TileMap.Tile> tiles) {
        List<String> said = new ArrayList<>();
        said.add(title + ".");
        boolean isRated = tiles.stream().anyMatch(tile -> tile.rate().number().isPresent());
        List<TileMap.Tile> known = tiles.stream()
                .filter(tile -> (isRated ? tile.rate() : tile.count()).number().isPresent())
                .sorted(Comparator.comparing(tile -> tile.figure().number().orElseThrow()))
                .toList();
        if (known.isEmpty()) {
            said.add(words.text("export.none"));
        } else {
            said.add(words.text(
                    isRated ? "areas.map.said.rate" : "areas.map.said.count",
                    Integer.toString(known.size()),
                    known.getLast().name(),
                    known.getLast().figure().text(),
                    known.getFirst().name(),
                    known.getFirst().figure().text()));
        }
        List<String> unusual = tiles.stream()
                .filter(TileMap.Tile::isUnusual)
                .map(tile -> tile.name() + " (" + tile.judgement() + ")")
                .toList();
        if (!unusual.isEmpty()) {
            said.add(words.text("areas.map.said.unusual", String.join(", ", unusual)));
        }
        String withheld = words.text("figure.suppressed");
        String withheldNames = tiles.stream()
                .filter(tile -> tile.count().text().equals(withheld))
                .map(TileMap.Tile::name)
                .collect(Collectors.joining(", "));
        if (!withheldNames.isEmpty()) {
            said.add(words.text("areas.map.said.withheld", withheldNames));
        }
        return String.join(" ", said);
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
