package nl.mjpmonitor.ops.sources.politiecijfers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.sources.politiecijfers.Delivery.Status;

/**
 * What the demo's register holds at the end of a day.
 *
 * @param deliveries the deliveries that have come
 * @param registrations what the last delivery of each cell stated
 */
record DemoRegister(List<Delivery> deliveries, List<StatedRegistration> registrations) {
    /** Keeps the invented totals from falling over months and buurten as the published ones do. */
    private static final long SUPPLEMENT_SEED = 1_000_003L;

    DemoRegister {
        deliveries = List.copyOf(deliveries);
        registrations = List.copyOf(registrations);
    }

    static DemoRegister at(LocalDate day, long seed) {
        List<Delivery> deliveries = DeliveryPlan.until(day);
        List<StatedRegistration> registrations = new ArrayList<>();
        registrations.addAll(first(deliveries, RegistrationGenerator.generate(YearlyTotals.published(), seed)));
        registrations.addAll(
                first(deliveries, RegistrationGenerator.generate(YearlyTotals.supplement(), seed + SUPPLEMENT_SEED)));
        newest(deliveries).ifPresent(newest -> registrations.addAll(monthly(deliveries, newest.to(), seed)));
        return new DemoRegister(deliveries, registrations);
    }

    private static Optional<Delivery> newest(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> !delivery.to().isBefore(DeliveryPlan.FIRST_INVENTED_MONTH))
                .max(Comparator.comparing(Delivery::deliveredAt));
    }

    /** Registrations that one delivery states and none restates; those of which none has come are left out. */
    private static List<StatedRegistration> first(List<Delivery> deliveries, List<Registration> registrations) {
        List<StatedRegistration> stated = new ArrayList<>();
        for (Registration registration : registrations) {
            deliveries.stream()
                    .filter(delivery -> delivery.covers(registration.policeClass(), registration.month()))
                    .findFirst()
                    .ifPresent(delivery -> stated.add(new StatedRegistration(registration, delivery, false)));
        }
        return stated;
    }

    private static List<StatedRegistration> monthly(List<Delivery> deliveries, YearMonth delivered, long seed) {
        MonthlyGenerator generator = new MonthlyGenerator(seed);
        List<StatedRegistration> stated = new ArrayList<>();
        for (YearMonth month = DeliveryPlan.FIRST_INVENTED_MONTH;
                !month.isAfter(delivered);
                month = month.plusMonths(1)) {
            generator.stands(month, delivered).stream()
                    .map(stand -> new StatedRegistration(
                            stand.registration(), of(deliveries, stand.statedIn()), stand.isWithdrawn()))
                    .forEach(stated::add);
        }
        return stated;
    }

    private static Delivery of(List<Delivery> deliveries, YearMonth last) {
        return deliveries.stream()
                .filter(delivery -> delivery.to().equals(last) && delivery.status() == Status.ACCEPTED)
                .findFirst()
                .orElseThrow();
    }
}
