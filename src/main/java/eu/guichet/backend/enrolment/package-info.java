/**
 * The one door for what happens to enrolments: an event, the person's version, the row that says where she stands, and the
 * notice to whoever has the file open are written together or not at all. Whoever records something comes through here.
 */
package eu.guichet.backend.enrolment;
