package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.DemoSystem;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.ondermijning.CaseLife.Passage;
import org.jspecify.annotations.Nullable;

/** The rows of the cases and their steps, outcomes, checks and interventions, as they stand at the end of a day. */
final class CaseRows {
    private final LocalDate lastDay;

    private final TableRows cases = new TableRows(
            "ondermijning.case_file",
            "case_number",
            "opened_on",
            "phenomenon_code",
            "location_number",
            "buurt_code",
            "status",
            "current_step",
            "closed_on",
            "reopened_on",
            "is_withdrawn",
            "provenance",
            "updated_at",
            "handler_name",
            "summary",
            "withdrawal_reason");
    private final TableRows steps = new TableRows(
            "ondermijning.case_step",
            "case_number",
            "step",
            "pass_number",
            "entered_on",
            "left_on",
            "buurt_code",
            "is_withdrawn",
            "provenance",
            "updated_at",
            "handler_name",
            "minutes");
    private final TableRows outcomes = new TableRows(
            "ondermijning.case_outcome",
            "case_number",
            "step",
            "pass_number",
            "outcome",
            "decided_on",
            "buurt_code",
            "is_withdrawn",
            "provenance",
            "updated_at",
            "considerations");
    private final TableRows checks = new TableRows(
            "ondermijning.location_check",
            "location_number",
            "case_number",
            "checked_on",
            "is_recheck",
            "has_findings",
            "buurt_code",
            "provenance",
            "updated_at",
            "team_members",
            "findings");
    private final TableRows interventions = new TableRows(
            "ondermijning.intervention",
            "case_number",
            "kind",
            "started_on",
            "ended_on",
            "buurt_code",
            "provenance",
            "updated_at",
            "executor_name",
            "note");

    CaseRows(List<CaseLife> lives, LocalDate lastDay) {
        this.lastDay = lastDay;
        lives.forEach(life -> {
            addCase(life);
            addSteps(life);
            addOutcomes(life);
            addChecks(life);
            addInterventions(life);
        });
    }

    /** Each table after those it refers to. */
    List<TableRows> tables() {
        return List.of(cases, steps, outcomes, checks, interventions);
    }

    private void addCase(CaseLife life) {
        LocalDate reopenedOn = happened(life.reopenedOn);
        LocalDate closedOn = happened(reopenedOn == null ? life.closedOn : life.closedAgainOn);
        String status = closedOn != null ? "closed" : reopenedOn != null ? "reopened" : "open";
        cases.add(
                life.number,
                life.openedOn,
                life.phenomenon,
                life.location == null ? null : life.location.number(),
                life.areaCode,
                status,
                closedOn == null ? currentStep(life, reopenedOn == null ? 1 : 2) : null,
                closedOn,
                reopenedOn,
                life.isWithdrawn,
                life.isWithdrawn || life.lwoOn.isAfter(lastDay)
                        ? Provenance.DEMONSTRATION
                        : Registers.provenance(Step.LWO, life.lwoOn),
                DemoClock.lastWritten(life.openedOn, closedOn, reopenedOn),
                DemoSystem.NAME,
                DemoSystem.TEXT,
                life.isWithdrawn ? DemoSystem.TEXT : null);
    }

    private @Nullable Step currentStep(CaseLife life, int pass) {
        return life.passages.stream()
                .filter(passage -> passage.pass == pass && !passage.enteredOn.isAfter(lastDay))
                .max(Comparator.comparing((Passage passage) -> passage.enteredOn)
                        .thenComparing(passage -> passage.step))
                .map(passage -> passage.step)
                .orElse(null);
    }

    private void addSteps(CaseLife life) {
        life.passages.stream()
                .filter(passage -> !passage.enteredOn.isAfter(lastDay))
                .forEach(passage -> {
                    LocalDate leftOn = happened(passage.leftOn);
                    steps.add(
                            life.number,
                            passage.step,
                            passage.pass,
                            passage.enteredOn,
                            leftOn,
                            life.areaCode,
                            life.isWithdrawn,
                            passage.provenance,
                            DemoClock.lastWritten(passage.enteredOn, leftOn),
                            DemoSystem.NAME,
                            DemoSystem.TEXT);
                });
    }

    private void addOutcomes(CaseLife life) {
        life.outcomes.stream()
                .filter(outcome -> !outcome.decidedOn().isAfter(lastDay))
                .forEach(outcome -> outcomes.add(
                        life.number,
                        outcome.step(),
                        outcome.pass(),
                        outcome.outcome(),
                        outcome.decidedOn(),
                        life.areaCode,
                        life.isWithdrawn,
                        outcome.provenance(),
                        DemoClock.lastWritten(outcome.decidedOn()),
                        DemoSystem.TEXT));
    }

    private void addChecks(CaseLife life) {
        life.checks.stream()
                .filter(check -> !check.checkedOn().isAfter(lastDay))
                .forEach(check -> checks.add(
                        check.location().number(),
                        life.number,
                        check.checkedOn(),
                        check.isRecheck(),
                        check.hasFindings(),
                        check.location().areaCode(),
                        check.provenance(),
                        DemoClock.lastWritten(check.checkedOn()),
                        DemoSystem.NAME,
                        DemoSystem.TEXT));
    }

    private void addInterventions(CaseLife life) {
        life.interventions.stream()
                .filter(intervention -> !intervention.startedOn().isAfter(lastDay))
                .forEach(intervention -> {
                    LocalDate endedOn = happened(intervention.endedOn());
                    interventions.add(
                            life.number,
                            intervention.kind(),
                            intervention.startedOn(),
                            endedOn,
                            life.areaCode,
                            intervention.provenance(),
                            DemoClock.lastWritten(intervention.startedOn(), endedOn),
                            DemoSystem.NAME,
                            DemoSystem.TEXT);
                });
    }

    private @Nullable LocalDate happened(@Nullable LocalDate day) {
        return day == null || day.isAfter(lastDay) ? null : day;
    }
}
