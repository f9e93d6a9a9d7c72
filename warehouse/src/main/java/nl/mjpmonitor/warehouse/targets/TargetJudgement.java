package nl.mjpmonitor.warehouse.targets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/**
 * How it stands with a target, and why.
 *
 * @param verdict the verdict
 * @param reason one or two sentences for readers
 */
public record TargetJudgement(TargetVerdict verdict, LocalizedText reason) {

    /**
     * What the targets of several figures say together: met when all are, not met when none is, mixed when they differ, and undecided
     * as soon as an undecided one could still change that. Empty without targets.
     */
    public static Optional<TargetJudgement> together(Collection<TargetJudgement> judgements) {
        if (judgements.isEmpty()) {
            return Optional.empty();
        }
        long met = count(judgements, TargetVerdict.MET);
        long notMet = count(judgements, TargetVerdict.NOT_MET);
        long mixed = count(judgements, TargetVerdict.MIXED);
        TargetVerdict verdict;
        if (mixed > 0 || (met > 0 && notMet > 0)) {
            verdict = TargetVerdict.MIXED;
        } else if (met == judgements.size()) {
            verdict = TargetVerdict.MET;
        } else {
            verdict = notMet == judgements.size() ? TargetVerdict.NOT_MET : TargetVerdict.UNDECIDED;
        }
        return Optional.of(new TargetJudgement(
                verdict, judgements.size() == 1 ? judgements.iterator().next().reason() : tally(judgements)));
    }

    private static LocalizedText tally(Collection<TargetJudgement> judgements) {
        List<String> nl = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (TargetVerdict verdict : TargetVerdict.values()) {
            long count = count(judgements, verdict);
            if (count > 0) {
                nl.add(verdict.word().nl() + " bij " + count);
                en.add(verdict.word().en() + " for " + count);
            }
        }
        if (nl.size() == 1) {
            return new LocalizedText(
                    "Bij alle " + judgements.size() + " cijfers.", "For all " + judgements.size() + " figures.");
        }
        return new LocalizedText(
                "Van de " + judgements.size() + " cijfers: " + String.join(", ", nl) + ".",
                "Of the " + judgements.size() + " figures: " + String.join(", ", en) + ".");
    }

    private static long count(Collection<TargetJudgement> judgements, TargetVerdict verdict) {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .count();
    }
}
