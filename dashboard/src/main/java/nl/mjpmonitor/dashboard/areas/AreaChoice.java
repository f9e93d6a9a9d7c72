package nl.mjpmonitor.dashboard.areas;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/**
 * What the reader chose to see. It stands in the address.
 *
 * @param indicator what the map and the ranking are about
 * @param year the year; empty for the newest of which the municipality has a figure
 * @param order how the table is sorted
 * @param map which map is shown
 */
record AreaChoice(Area area, Indicator indicator, Optional<Integer> year, Order order, MapKind map) {

    static final String AREA = "gebied";
    static final String INDICATOR = "indicator";
    static final String YEAR = "jaar";
    static final String ORDER = "volgorde";
    static final String MAP = "kaart";

    /** How the table is sorted. */
    enum Order {
        CIJFER,
        NAAM,
        AANTAL
    }

    /** Which map is shown. */
    enum MapKind {
        TEGELS,
        GRENZEN
    }

    AreaChoice in(Area other) {
        return new AreaChoice(other, indicator, year, order, map);
    }

    AreaChoice about(Indicator other) {
        return new AreaChoice(area, other, year, order, map);
    }

    AreaChoice of(Optional<Integer> other) {
        return new AreaChoice(area, indicator, other, order, map);
    }

    AreaChoice by(Order other) {
        return new AreaChoice(area, indicator, year, other, map);
    }

    AreaChoice on(MapKind other) {
        return new AreaChoice(area, indicator, year, order, other);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(AREA, area.code().value());
        parameters.put(INDICATOR, indicator.id().value());
        year.ifPresent(number -> parameters.put(YEAR, number.toString()));
        if (order != Order.CIJFER) {
            parameters.put(ORDER, word(order));
        }
        if (map != MapKind.TEGELS) {
            parameters.put(MAP, word(map));
        }
        return QueryParameters.simple(parameters);
    }

    /** As the address writes it. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
