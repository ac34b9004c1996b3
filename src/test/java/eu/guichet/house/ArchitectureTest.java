package eu.guichet.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.Events;
import eu.guichet.backend.store.Tx;
import eu.guichet.process.Event;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static JavaClasses house;

    @BeforeAll
    static void enter() {
        // ArchUnit's own option knows only target/test-classes, not the folder of the fast loop
        house = new ClassFileImporter()
                .withImportOption(place -> !place.contains("/test-classes/"))
                .importPackages("eu.guichet");
    }

    @Test
    void packages_form_no_circle() {
        slices().matching("eu.guichet.(**)")
                .should()
                .beFreeOfCycles()
                .because("a circle is a room that cannot be entered or left alone")
                .check(house);
    }

    @Test
    void the_process_is_pure() {
        noClasses()
                .that()
                .resideInAPackage("eu.guichet.process..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "eu.guichet.process..",
                        "eu.guichet.contract..",
                        "eu.guichet.text..",
                        "eu.guichet.typed..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.text..",
                        "java.security..",
                        "org.jspecify..")
                .because("a rule that does I/O or reads a clock cannot be asked what would be true tomorrow")
                .check(house);
    }

    @Test
    void the_process_has_no_clock_of_its_own() {
        noClasses()
                .that()
                .resideInAPackage("eu.guichet.process..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("now is handed in")
                .check(house);
    }

    @Test
    void the_contract_knows_nobody() {
        noClasses()
                .that()
                .resideInAPackage("eu.guichet.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "eu.guichet.process..", "eu.guichet.backend..", "eu.guichet.client..", "eu.guichet.desktop..")
                .because("it is what both ends agree on")
                .check(house);
    }

    @Test
    void offices_are_compared_in_one_place() {
        noClasses()
                .that()
                .resideOutsideOfPackage("eu.guichet.backend.access..")
                .should()
                .callMethod(Principal.class, "offices")
                .because("Access answers what somebody of one office may of another; there it can be read and held")
                .check(house);
    }

    @Test
    void texts_said_and_typed_know_no_room() {
        noClasses()
                .that()
                .resideInAnyPackage("eu.guichet.text..", "eu.guichet.typed..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "eu.guichet.contract..",
                        "eu.guichet.process..",
                        "eu.guichet.backend..",
                        "eu.guichet.client..",
                        "eu.guichet.desktop..")
                .because("every room speaks through it")
                .check(house);
    }

    @Test
    void texts_are_formatted_in_one_place() {
        noClasses()
                .that()
                .resideOutsideOfPackage("eu.guichet.text..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.text.MessageFormat")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.ResourceBundle")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.ibm.icu.text.MessageFormat")
                .because("there a missing argument throws, and plurals and apostrophes work the same for all")
                .check(house);
    }

    @Test
    void the_client_knows_the_backend_only_through_the_contract() {
        noClasses()
                .that()
                .resideInAPackage("eu.guichet.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("eu.guichet.process..", "eu.guichet.backend..", "eu.guichet.desktop..")
                .because("the same client talks to an institution's own backend")
                .check(house);
    }

    @Test
    void only_the_composition_root_of_the_desktop_starts_a_backend() {
        noClasses()
                .that()
                .resideInAPackage("eu.guichet.desktop..")
                .and()
                .resideOutsideOfPackage("eu.guichet.desktop.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("eu.guichet.backend..", "eu.guichet.process..")
                .because("the rules live in the backend, the desktop shows what it answers")
                .check(house);
    }

    @Test
    void the_backend_knows_no_desktop_and_no_client() {
        noClasses()
                .that()
                .resideInAPackage("eu.guichet.backend..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("eu.guichet.desktop..", "eu.guichet.client..")
                .because("an institution runs it without a screen")
                .check(house);
    }

    @Test
    void features_of_the_desktop_meet_only_in_the_shell() {
        slices().matching(
                        "eu.guichet.desktop.(search|file|act|contact|post|oversight|figures|worklist|training|settings)..")
                .namingSlices("$1")
                .should()
                .notDependOnEachOther()
                .because("a feature can then be read, tested and taken out alone")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("eu.guichet.desktop.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "eu.guichet.desktop.app..",
                        "eu.guichet.desktop.shell..",
                        "eu.guichet.desktop.search..",
                        "eu.guichet.desktop.file..",
                        "eu.guichet.desktop.act..",
                        "eu.guichet.desktop.contact..",
                        "eu.guichet.desktop.post..",
                        "eu.guichet.desktop.oversight..",
                        "eu.guichet.desktop.figures..",
                        "eu.guichet.desktop.training..",
                        "eu.guichet.desktop.settings..",
                        "eu.guichet.desktop.problem..",
                        "eu.guichet.desktop.flow..",
                        "eu.guichet.desktop.tour..")
                .because("shared controls know no feature")
                .check(house);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "eu.guichet.desktop.flow..", "eu.guichet.desktop.problem..", "eu.guichet.desktop.paper..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "eu.guichet.desktop.app..",
                        "eu.guichet.desktop.shell..",
                        "eu.guichet.desktop.search..",
                        "eu.guichet.desktop.file..",
                        "eu.guichet.desktop.act..",
                        "eu.guichet.desktop.contact..",
                        "eu.guichet.desktop.post..",
                        "eu.guichet.desktop.oversight..",
                        "eu.guichet.desktop.figures..",
                        "eu.guichet.desktop.training..",
                        "eu.guichet.desktop.settings..",
                        "eu.guichet.desktop.tour..")
                .because("what acts and failures have in common knows none of them")
                .check(house);
        noClasses()
                .that()
                .resideInAnyPackage("eu.guichet.desktop.problem..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("eu.guichet.desktop.flow..")
                .because("a failure is told also where nothing is done")
                .check(house);
    }

    @Test
    void nothing_in_the_desktop_waits_for_the_tour() {
        noClasses()
                .that()
                .resideInAPackage("eu.guichet.desktop..")
                .and()
                .resideOutsideOfPackage("eu.guichet.desktop.tour..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("eu.guichet.desktop.tour..")
                .because("it looks on from outside, as a person would")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("eu.guichet.desktop..")
                .and()
                .resideOutsideOfPackages("eu.guichet.desktop.app..", "eu.guichet.desktop.tour..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("eu.guichet.desktop.app..")
                .because("the composition root knows the parts, never the other way round")
                .check(house);
    }

    @Test
    void JavaFX_stays_in_the_desktop() {
        noClasses()
                .that()
                .resideOutsideOfPackage("eu.guichet.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("a server has no toolkit")
                .check(house);
    }

    @Test
    void OkHttp_stays_in_the_client() {
        noClasses()
                .that()
                .resideOutsideOfPackage("eu.guichet.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..", "kotlin..")
                .because("how the contract is carried is one package's business")
                .check(house);
    }

    @Test
    void SQL_stays_in_the_store_and_in_search() {
        noClasses()
                .that()
                .resideOutsideOfPackages("eu.guichet.backend.store..", "eu.guichet.backend.search..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer..")
                .because("the acts speak the field's language, not the database's")
                .check(house);
    }

    @Test
    void events_are_recorded_through_one_door() {
        noClasses()
                .that()
                .resideOutsideOfPackages("eu.guichet.backend.enrolment..", "eu.guichet.backend.store..")
                .should()
                .callMethod(Events.class, "add", String.class, Event.class)
                .orShould()
                .callMethod(Tx.class, "bulk")
                .because("an event, the version, the row where she stands and the notice belong together")
                .check(house);
    }

    @Test
    void Helidon_stays_at_the_socket() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "eu.guichet.backend.http..", "eu.guichet.backend.listen..", "eu.guichet.backend.operations..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.helidon..")
                .because("the acts do not know by which road they were asked for")
                .check(house);
    }
}
