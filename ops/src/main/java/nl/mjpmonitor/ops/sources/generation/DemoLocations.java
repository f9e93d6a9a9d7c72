package nl.mjpmonitor.ops.sources.generation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mjpmonitor.ops.sources.generation.AreaWeights.AreaWeight;

/**
 * The locations that the demo sources refer to. They do not exist: a number says nothing about any real address, and the same
 * number is the same location in every system.
 */
public final class DemoLocations {
    /** What a location is used for. */
    public enum Use {
        DWELLING,
        PREMISES,
        CATERING,
        STORAGE;

        /** As the databases write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A location.
     *
     * @param number its number in the municipality's register of locations
     * @param areaCode the buurt it lies in
     */
    public record Location(String number, Use use, String areaCode) {}

    private static final int PER_USE = 1_500;
    private static final long SEED = 935L;
    private static final DemoLocations ALL = new DemoLocations();

    private final Map<Use, List<Location>> byUse = new EnumMap<>(Use.class);

    private DemoLocations() {
        List<AreaWeight> buurten = AreaWeights.load().buurten();
        double[] weights = buurten.stream().mapToDouble(AreaWeight::offences).toArray();
        int number = 0;
        for (Use use : Use.values()) {
            int[] perBuurt = Apportionment.apportion(PER_USE, weights);
            List<Location> locations = new ArrayList<>();
            for (int i = 0; i < perBuurt.length; i++) {
                for (int j = 0; j < perBuurt[i]; j++) {
                    number++;
                    locations.add(new Location(
                            "LOC-0935-%06d".formatted(number),
                            use,
                            buurten.get(i).code()));
                }
            }
            Chance.of(SEED, use).shuffle(locations);
            byUse.put(use, List.copyOf(locations));
        }
    }

    /** The locations with a use, in a fixed random order; the buurten have their share of them. */
    public static List<Location> with(Use use) {
        return ALL.byUse.getOrDefault(use, List.of());
    }
}
