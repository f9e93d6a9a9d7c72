package nl.mjpmonitor.ops.sources.generation;

import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.SourceResource;

/**
 * How the registrations of Maastricht fall over its buurten and the remainder that cannot be assigned to one; the source is in the
 * resource.
 *
 * @param buurten the 44 buurten with their registered offences of 2023
 * @param remainder what of the municipality could not be assigned to a buurt
 */
public record AreaWeights(List<AreaWeight> buurten, AreaWeight remainder) {
    /** The project's own code for registrations in Maastricht that cannot be assigned to a buurt. */
    public static final String REMAINDER_CODE = "BU09359999";

    /** An area with its registered offences of 2023. */
    public record AreaWeight(String code, int offences) {}

    public AreaWeights {
        buurten = List.copyOf(buurten);
    }

    /** The weights in the resource. */
    public static AreaWeights load() {
        List<AreaWeight> areas = SourceResource.lines(AreaWeights.class, "offences-per-area-2023.csv", ',').stream()
                .map(line -> new AreaWeight(line.get(0), Integer.parseInt(line.get(1))))
                .toList();
        AreaWeight remainder = areas.stream()
                .filter(area -> area.code().equals(REMAINDER_CODE))
                .findFirst()
                .orElseThrow();
        return new AreaWeights(
                areas.stream().filter(area -> !area.equals(remainder)).toList(), remainder);
    }

    /** The codes of all buurten and the remainder. */
    public List<String> codes() {
        return Stream.concat(buurten.stream(), Stream.of(remainder))
                .map(AreaWeight::code)
                .toList();
    }

    /** Registered offences in all buurten together. */
    public int offencesInBuurten() {
        return buurten.stream().mapToInt(AreaWeight::offences).sum();
    }

    /** An area: a buurt as likely as its share of the offences, or the remainder. */
    public String draw(Chance chance) {
        int drawn = chance.between(1, offencesInBuurten() + remainder.offences());
        for (AreaWeight buurt : buurten) {
            drawn -= buurt.offences();
            if (drawn <= 0) {
                return buurt.code();
            }
        }
        return remainder.code();
    }
}
