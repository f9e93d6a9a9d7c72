package nl.mjpmonitor.streaming.hotspots;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Optional;
import nl.mjpmonitor.streaming.detection.DetectedRow;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.HotspotLifeRow;
import nl.mjpmonitor.warehouse.thresholds.HotspotSettings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How potential hotspots are written in the warehouse. */
final class HotspotRows {

    /** Table of {@link DetectedRow#SYSTEM} with a row for each month in which a location may have opened. */
    static final String TABLE = "potential_hotspot";

    private static final int ID_BYTES = 8;

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** The same location always has the same hotspot. */
    static String id(String location) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(location.getBytes(StandardCharsets.UTF_8));
            return "hs-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    HotspotLifeRow life(
            String location,
            String areaCode,
            HotspotLife life,
            HotspotSettings settings,
            Instant knownAt,
            long changeCount) {
        ArrayNode transitions = mapper.createArrayNode();
        for (Transition transition : life.transitions()) {
            transitions
                    .addArray()
                    .add(transition.on().toString())
                    .add(transition.kind().code())
                    .add(transition.reports())
                    .add(transition.days())
                    .add(transition.category());
        }
        return new HotspotLifeRow(
                id(location),
                location,
                areaCode,
                knownAt.toEpochMilli(),
                changeCount,
                mapper.writeValueAsString(transitions),
                settings.windowDays(),
                settings.leastReports(),
                settings.leastDays());
    }

    /** What opened at the location in a month; a row without a day of opening says that nothing did. */
    ChangeEventRow month(
            String location, String areaCode, HotspotLife life, YearMonth month, Instant knownAt, long changeCount) {
        ObjectNode key = mapper.createObjectNode();
        key.put("hotspot_id", id(location));
        key.put("month", month.toString());
        ObjectNode row = key.deepCopy();
        row.put("buurt_code", areaCode);
        Optional<HotspotLife.Episode> opened = life.episodes().stream()
                .filter(episode -> YearMonth.from(episode.opening().on()).equals(month))
                .findFirst();
        row.put(
                "opened_on",
                opened.map(episode -> episode.opening().on().toString()).orElse(null));
        row.put(
                "closes_on",
                opened.map(episode -> episode.closesOn().toString()).orElse(null));
        row.put("category", opened.map(episode -> episode.opening().category()).orElse(null));
        row.put(
                "is_again",
                opened.map(episode -> episode.opening().kind() == Transition.Kind.REOPENED)
                        .orElse(false));
        return DetectedRow.of(
                TABLE, mapper.writeValueAsString(key), mapper.writeValueAsString(row), knownAt, changeCount);
    }
}
