package nl.mjpmonitor.ops.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;

/** Where readers go: every kind of view as often, half of the time for the whole municipality and else for one of its areas. */
final class ViewChoice {

    private final List<Area> parts;
    private final List<Indicator> indicators;
    private final Map<String, Function<Random, String>> views = new LinkedHashMap<>();

    ViewChoice(Areas areas, IndicatorCatalogue catalogue) {
        String digits = areas.municipality().code().value().substring(2);
        this.parts = areas.ofKind(AreaKind.BUURT).stream()
                .filter(area -> area.code().value().startsWith("BU" + digits))
                .toList();
        this.indicators = catalogue.indicators().stream()
                .filter(indicator -> indicator.theme().equals("criminaliteit"))
                .toList();
        String all = areas.municipality().code().value();
        views.put("Overzicht", chance -> "overzicht?gebied=" + area(all, chance));
        views.put("Maandbeeld", chance -> "maandbeeld");
        views.put("Criminaliteit", chance -> "criminaliteit?gebied=" + area(all, chance));
        views.put("Overlast", chance -> "overlast?gebied=" + area(all, chance));
        views.put("Ondermijning", chance -> "ondermijning");
        views.put("Gebieden", chance -> "gebieden?indicator=" + indicator(chance));
        views.put("Indicator", chance -> "indicator/" + indicator(chance) + "?gebied=" + area(all, chance));
        views.put("Doelen", chance -> "doelen");
        views.put("Signalen", chance -> "signalen");
        views.put("Datakwaliteit", chance -> "datakwaliteit");
    }

    List<String> names() {
        return List.copyOf(views.keySet());
    }

    /** An address of a kind of view, from the root of the dashboard. */
    String address(String view, Random chance) {
        Function<Random, String> addresses = views.get(view);
        if (addresses == null) {
            throw new IllegalArgumentException("There is no view called " + view);
        }
        return addresses.apply(chance);
    }

    private String area(String all, Random chance) {
        return chance.nextBoolean() ? all : any(parts, chance).code().value();
    }

    private String indicator(Random chance) {
        return any(indicators, chance).id().value();
    }

    private static <T> T any(List<T> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }
}
