package eu.guichet.backend.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;

/** A mail server that answers one thing to every recipient, and takes whatever else is said to it. */
final class ScriptedMailServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String answerToRecipient;

    ScriptedMailServer(String answerToRecipient) throws IOException {
        this.answerToRecipient = answerToRecipient;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII));
                    OutputStream out = caller.getOutputStream()) {
                say(out, "220 here");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String word = line.toUpperCase(Locale.ROOT);
                    say(
                            out,
                            word.startsWith("RCPT")
                                    ? answerToRecipient
                                    : word.startsWith("DATA") ? "354 go on" : "250 ok");
                }
            } catch (IOException e) {
                // the caller or the test hung up
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
