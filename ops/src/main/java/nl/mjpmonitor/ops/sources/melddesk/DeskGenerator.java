package nl.mjpmonitor.ops.sources.melddesk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.melddesk.Desk.Hotspot;
import nl.mjpmonitor.ops.sources.melddesk.Desk.Plan;
import nl.mjpmonitor.ops.sources.melddesk.HotspotLife.Course;
import org.jspecify.annotations.Nullable;

/** Makes all that the system holds. Published totals are exact; the same seed gives the same data, whatever the last day. */
final class DeskGenerator {
    private final long seed;
    private final LocalDate lastDay;

    private DeskGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
    }

    /** What the system holds at the end of a day. */
    static Desk generate(long seed, LocalDate lastDay) {
        DeskGenerator generator = new DeskGenerator(seed, lastDay);
        SortedMap<String, HotspotLife> hotspots = numbered(HotspotGenerator.generate(seed, lastDay));
        ReportGenerator reports = new ReportGenerator(seed, lastDay, hotspots);
        return new Desk(
                reports.reports(),
                reports.corrections(),
                reports.screenings(),
                generator.hotspots(hotspots),
                generator.plans(hotspots),
                DwellingCaseGenerator.generate(seed, lastDay, hotspots));
    }

    private static SortedMap<String, HotspotLife> numbered(List<HotspotLife> lives) {
        SortedMap<String, HotspotLife> numbered = new TreeMap<>();
        Map<Integer, Integer> perYear = new HashMap<>();
        for (HotspotLife life : lives) {
            int year = life.detectedOn().getYear();
            numbered.put("HS-%d-%03d".formatted(year, perYear.merge(year, 1, Integer::sum)), life);
        }
        return Collections.unmodifiableSortedMap(numbered);
    }

    private List<Hotspot> hotspots(SortedMap<String, HotspotLife> lives) {
        List<Hotspot> hotspots = new ArrayList<>();
        lives.forEach((number, life) -> {
            if (!life.detectedOn().isAfter(lastDay)) {
                hotspots.add(hotspot(number, life));
            }
        });
        return hotspots;
    }

    private Hotspot hotspot(String number, HotspotLife life) {
        Course course = life.course();
        LocalDate identifiedOn = course == null ? null : happened(course.identifiedOn());
        return new Hotspot(
                number,
                life.location(),
                life.isDwelling(),
                life.detectedOn(),
                identifiedOn,
                course == null ? null : happened(course.assessedOn()),
                course != null && course.isSafety(),
                course == null ? null : happened(course.monitoringOn()),
                course == null ? null : happened(course.evaluatedOn()),
                life.status(lastDay),
                life.isWithdrawn(),
                identifiedOn == null || life.isWithdrawn()
                        ? Provenance.DEMONSTRATION
                        : Registers.provenance("hotspot", identifiedOn));
    }

    private List<Plan> plans(SortedMap<String, HotspotLife> lives) {
        List<Plan> plans = new ArrayList<>();
        lives.forEach((number, life) -> {
            Course course = life.course();
            LocalDate plannedOn = course == null ? null : happened(course.plannedOn());
            if (course != null && plannedOn != null) {
                LocalDate endedOn = happened(course.evaluatedOn());
                plans.add(new Plan(
                        number,
                        life.location().areaCode(),
                        plannedOn,
                        endedOn,
                        endedOn == null ? null : course.result(),
                        Chance.of(seed, "plan", number).between(3, 8)));
            }
        });
        return plans;
    }

    private @Nullable LocalDate happened(@Nullable LocalDate day) {
        return day == null || day.isAfter(lastDay) ? null : day;
    }
}
