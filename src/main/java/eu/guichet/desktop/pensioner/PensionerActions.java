package eu.guichet.desktop.pensioner;

import eu.guichet.desktop.flow.GenerateLetter;
import eu.guichet.desktop.flow.Identify;

/** What the file's view asks of others. */
public record PensionerActions(Identify identify, GenerateLetter letter, MailProgram mail) {}
