package nl.mjpmonitor.warehouse.schema;

import java.util.Arrays;
import java.util.List;
import nl.mjpmonitor.warehouse.aliases.Aliases;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.calendar.CalendarDay;
import nl.mjpmonitor.warehouse.calendar.HotTime;
import nl.mjpmonitor.warehouse.calendar.SafetyCalendar;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;

/** What the reference data puts into each table. */
final class ReferenceTables {

    /** Edition of the reference data, above which a row of a migration never comes. */
    private static final int EDITION = 2024;

    private ReferenceTables() {}

    /**
     * All tables.
     *
     * @throws nl.mjpmonitor.warehouse.reference.ReferenceException when a file is wrong
     */
    static List<ReferenceTable> of(ReferenceFiles files) {
        Areas areas = Areas.load(files);
        SafetyCalendar calendar = SafetyCalendar.load(files);
        return List.of(
                areas(areas),
                memberships(areas),
                inhabitants(areas),
                aliases(Aliases.load(files)),
                days(calendar),
                hotTimes(calendar));
    }

    private static ReferenceTable areas(Areas areas) {
        List<String> columns = List.of(
                "code",
                "name",
                "kind",
                "wijk_code",
                "municipality_code",
                "inhabitants",
                "edition",
                "valid_from",
                "valid_to",
                "is_demonstration");
        return ReferenceTable.of(
                "core.area",
                columns,
                areas.all().stream()
                        .map(area -> List.<Object>of(
                                area.code().value(),
                                area.name(),
                                area.kind().word(),
                                wijk(area),
                                municipality(area, areas),
                                area.inhabitants(),
                                EDITION,
                                area.validity().from().toString(),
                                area.validity().to().toString(),
                                area.isDemonstration()))
                        .toList());
    }

    private static String wijk(Area area) {
        return switch (area.kind()) {
            case WIJK -> area.code().value();
            case BUURT -> area.parent().map(AreaCode::value).orElse("");
            case GEMEENTE, REST, STADSDEEL, LWA, REGIO, REGIOGEMEENTE, LAND -> "";
        };
    }

    private static String municipality(Area area, Areas areas) {
        return switch (area.kind()) {
            case GEMEENTE, REGIOGEMEENTE -> area.code().value();
            case BUURT ->
                area.parent()
                        .flatMap(areas::find)
                        .map(wijk -> municipality(wijk, areas))
                        .orElse("");
            case WIJK, REST, STADSDEEL, LWA ->
                area.parent().map(AreaCode::value).orElse("");
            case REGIO, LAND -> "";
        };
    }

    private static ReferenceTable memberships(Areas areas) {
        return ReferenceTable.of(
                "core.area_membership",
                List.of("division", "area_code", "leaf_code", "valid_from", "valid_to"),
                Arrays.stream(AreaKind.values())
                        .flatMap(kind -> areas.division(kind).memberships().stream()
                                .map(membership -> List.<Object>of(
                                        kind.word(),
                                        membership.area().value(),
                                        membership.leaf().value(),
                                        membership.validity().from().toString(),
                                        membership.validity().to().toString())))
                        .toList());
    }

    private static ReferenceTable inhabitants(Areas areas) {
        return ReferenceTable.of(
                "core.inhabitants",
                List.of("area_code", "counted_on", "inhabitants", "source"),
                areas.population().all().stream()
                        .map(count -> List.<Object>of(
                                count.area().value(), count.on().toString(), count.count(), count.source()))
                        .toList());
    }

    private static ReferenceTable aliases(Aliases aliases) {
        return ReferenceTable.of(
                "core.alias",
                List.of("normalized", "alias", "kind", "code", "name", "note"),
                aliases.all().stream()
                        .map(alias -> List.<Object>of(
                                alias.normalized(),
                                alias.text(),
                                alias.kind().word(),
                                alias.code(),
                                alias.name(),
                                alias.note()))
                        .toList());
    }

    private static ReferenceTable days(SafetyCalendar calendar) {
        return ReferenceTable.of(
                "core.calendar_day",
                List.of("day", "weekday", "public_holiday", "is_dark_month", "hot_time_kinds", "has_assumed_hot_time"),
                calendar.days().stream().map(ReferenceTables::day).toList());
    }

    private static List<Object> day(CalendarDay day) {
        return List.of(
                day.date().toString(),
                day.weekday().getValue(),
                day.publicHoliday(),
                day.isDarkMonth(),
                day.hotTimes().stream()
                        .map(time -> time.kind().word())
                        .distinct()
                        .toList(),
                day.hotTimes().stream().anyMatch(HotTime::isDemonstration));
    }

    private static ReferenceTable hotTimes(SafetyCalendar calendar) {
        return ReferenceTable.of(
                "core.hot_time",
                List.of("kind", "name", "first_day", "last_day", "source", "is_demonstration"),
                calendar.hotTimes().stream()
                        .map(time -> List.<Object>of(
                                time.kind().word(),
                                time.name(),
                                time.firstDay().toString(),
                                time.lastDay().toString(),
                                time.source(),
                                time.isDemonstration()))
                        .toList());
    }
}
