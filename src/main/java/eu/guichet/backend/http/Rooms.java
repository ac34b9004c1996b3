package eu.guichet.backend.http;

import eu.guichet.backend.store.Database;
import eu.guichet.contract.Environment;

/** What the Resources ask. */
public record Rooms(Environment environment, Database database) {}
