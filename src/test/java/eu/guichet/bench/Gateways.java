package eu.guichet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server and an SMS gateway that take over what a server sends, so that its outbox is emptied as in earnest. */
final class Gateways implements AutoCloseable {
    private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final HttpServer gateway;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong numbers = new AtomicLong();

    Gateways() throws IOException {
        mail.start();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/sms", this::take);
        gateway.setExecutor(workers);
        gateway.start();
    }

    /** As the institution's file names them. */
    String lines() {
        return """
                mail.host = localhost
                mail.port = %d
                mail.security = none
                mail.from = PMO <pmo@pmo.example>
                sms.gateway = http
                sms.sender = PMO
                sms.url = http://127.0.0.1:%d/sms
                sms.body = {"to":"{to}","text":"{text}","reference":"{id}"}
                sms.id = /id
                """.formatted(mail.getSmtp().getPort(), gateway.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = ("{\"id\":\"" + numbers.incrementAndGet() + "\"}").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        gateway.stop(0);
        workers.close();
        mail.stop();
    }
}
