package nl.mjpmonitor.dashboard.review;

import java.util.List;

/**
 * A Maandbeeld as readers saw it, in Dutch, in words and digits: so it reads the same after the catalogue, the texts or the figures
 * changed.
 *
 * @param month month, such as {@code 2026-10}
 * @param area code of the area
 * @param areaName its name
 * @param peildatum moment of the figures, ISO 8601
 * @param version version of the dashboard
 * @param isDemonstration whether the figures were made up
 * @param data what was said about the data
 * @param signals what was listed under signals, with the line about the rest
 * @param topics the subjects
 * @param outlook what was coming
 * @param actions what was agreed
 * @param lines all indicators, in order of attention
 */
record FrozenReview(
        String month,
        String area,
        String areaName,
        String peildatum,
        String version,
        boolean isDemonstration,
        List<String> data,
        List<String> signals,
        List<FrozenTopic> topics,
        List<String> outlook,
        List<MeetingAction> actions,
        List<FrozenLine> lines) {

    /**
     * A subject.
     *
     * @param course the months of the chart
     */
    record FrozenTopic(
            String indicator,
            String finding,
            String sentence,
            List<FrozenPoint> course,
            List<FrozenPart> parts,
            List<String> duiding,
            String request,
            String decision) {}

    /** A month of a chart. */
    record FrozenPoint(String period, String value) {}

    /** A subject in a part of the area. */
    record FrozenPart(String name, String now, String before, String judgement) {}

    /** An indicator. */
    record FrozenLine(
            String chapter,
            String indicator,
            String name,
            String unit,
            String month,
            String marks,
            String lastYear,
            String difference,
            String yearToDate,
            String yearToDateBefore,
            String rolling,
            String rollingBefore,
            String rate,
            String judgement,
            String attention) {}
}
