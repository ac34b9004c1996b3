package eu.guichet.backend.people;

import eu.guichet.backend.store.Address;
import eu.guichet.contract.OfficeCode;
import java.time.LocalDate;
import java.util.List;

/** Somebody every colleague in training meets: the heroine, and those with whom she could be confused. */
record Persona(
        String lastName,
        String firstName,
        LocalDate birthDate,
        OfficeCode office,
        List<String> languages,
        Address address,
        Scenario standing) {

    static final List<Persona> ALL = List.of(
            new Persona(
                    "Müller",
                    "Annelise",
                    LocalDate.of(1944, 3, 12),
                    OfficeCode.LUX,
                    List.of("de", "fr"),
                    new Address("Rue des Tilleuls 14", "L-2510", "Strassen", "LU"),
                    Scenario.WAITS_FOR_CHALLENGE),
            new Persona(
                    "Muller",
                    "Anne",
                    LocalDate.of(1938, 11, 2),
                    OfficeCode.LUX,
                    List.of("fr"),
                    new Address("Route d'Arlon 201", "L-1150", "Luxembourg", "LU"),
                    Scenario.LETTER_POSTED),
            new Persona(
                    "Müller",
                    "Anneliese",
                    LocalDate.of(1951, 7, 30),
                    OfficeCode.LUX,
                    List.of("de"),
                    new Address("Am Weinberg 3", "54290", "Trier", "DE"),
                    Scenario.ACTIVE),
            new Persona(
                    "Muller-Schmit",
                    "Anne-Lise",
                    LocalDate.of(1947, 1, 19),
                    OfficeCode.LUX,
                    List.of("fr", "de"),
                    new Address("Rue de la Gare 8", "L-4018", "Esch-sur-Alzette", "LU"),
                    Scenario.LETTER_RETURNED),
            new Persona(
                    "Mueller",
                    "Anna",
                    LocalDate.of(1944, 9, 5),
                    OfficeCode.BRU,
                    List.of("de", "en"),
                    new Address("Avenue Louise 88", "1050", "Bruxelles", "BE"),
                    Scenario.MAIL_JUST_RESENT));
}
