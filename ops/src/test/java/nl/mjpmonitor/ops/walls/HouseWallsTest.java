package nl.mjpmonitor.ops.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the walls of the house: which module may know what. The classes are read from the modules' build folders, so that no
 * module needs the others on its classpath to be tested.
 */
class HouseWallsTest {

    private static final String FLINK = "org.apache.flink..";
    private static final String KAFKA = "org.apache.kafka..";
    private static final String CLICKHOUSE = "com.clickhouse..";
    private static final String JDBC = "java.sql..";
    private static final String SPRING = "org.springframework..";
    private static final String VAADIN = "com.vaadin..";

    private static final List<String> MODULES = List.of("ingest", "streaming", "warehouse", "dashboard", "ops");

    /** What each module must not depend on, beside the modules it is not allowed to know. */
    private static final Map<String, List<String>> FORBIDDEN_LIBRARIES = Map.of(
            "ingest", List.of(FLINK, CLICKHOUSE, SPRING, VAADIN),
            "streaming", List.of(SPRING, VAADIN),
            "warehouse", List.of(FLINK, KAFKA, SPRING, VAADIN),
            "dashboard", List.of(FLINK, KAFKA, CLICKHOUSE, JDBC));

    private static final Map<String, List<String>> KNOWN_MODULES = Map.of(
            "ingest", List.of(),
            "streaming", List.of("warehouse"),
            "warehouse", List.of(),
            "dashboard", List.of("warehouse"));

    @TestFactory
    Stream<DynamicTest> aModuleKnowsOnlyWhatItMay() {
        return FORBIDDEN_LIBRARIES.keySet().stream()
                .sorted()
                .map(module -> DynamicTest.dynamicTest(
                        module,
                        () -> noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(forbiddenPackages(module))
                                .check(classesOf(module))));
    }

    @TestFactory
    Stream<DynamicTest> packagesOfAModuleFormNoCycles() {
        return MODULES.stream()
                .map(module -> DynamicTest.dynamicTest(
                        module,
                        () -> slices().matching("nl.mjpmonitor." + module + ".(*)..")
                                .should()
                                .beFreeOfCycles()
                                .check(classesOf(module))));
    }

    @TestFactory
    Stream<DynamicTest> noRoomIsALumberRoom() {
        return MODULES.stream()
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    JavaClasses classes = classesOf(module);
                    noClasses()
                            .should()
                            .resideInAnyPackage("..util..", "..utils..", "..common..", "..misc..")
                            .check(classes);
                    noClasses()
                            .should()
                            .haveNameMatching(".*(Manager|Helper|Utils?)(\\$.*)?")
                            .check(classes);
                }));
    }

    @Test
    void viewsAreReachedByRouteNotByClass() {
        classes().that().haveSimpleNameEndingWith("View").should().notBePublic().check(classesOf("dashboard"));
    }

    private static String[] forbiddenPackages(String module) {
        List<String> forbidden = new ArrayList<>(FORBIDDEN_LIBRARIES.get(module));
        MODULES.stream()
                .filter(other ->
                        !other.equals(module) && !KNOWN_MODULES.get(module).contains(other))
                .map(other -> "nl.mjpmonitor." + other + "..")
                .forEach(forbidden::add);
        return forbidden.toArray(String[]::new);
    }

    private static JavaClasses classesOf(String module) {
        Path folder = module.equals("ops") ? Path.of("target/classes") : Path.of("..", module, "target", "classes");
        assertThat(Files.isDirectory(folder))
                .as("%s holds the compiled classes of %s: build that module first", folder, module)
                .isTrue();
        JavaClasses classes = new ClassFileImporter().importPath(folder);
        assertThat(classes).as("classes of %s", module).isNotEmpty();
        return classes;
    }
}
