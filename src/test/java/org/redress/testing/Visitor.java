package org.redress.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Somebody at a browser: keeps cookies, sends forms, follows no redirect by themselves. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String house;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Visitor(int port) {
        this.house = "http://localhost:" + port;
    }

    /** One of the demo staff, signed in at our own page. */
    public static Visitor signedIn(String account, int port) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> answer = visitor.signIn(account, account + "-demo", "/");
        if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError(account + " could not sign in: " + answer.statusCode());
        }
        return visitor;
    }

    public HttpResponse<String> signIn(String account, String password, String next) {
        String token = token(get("/sign-in").body());
        return form("/sign-in", Map.of("username", account, "password", password, "next", next, "_csrf", token));
    }

    /** The guard against forged requests that a page carries. */
    public static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new AssertionError("The page has no _csrf field: " + page);
        }
        return found.group(1);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(house + path)).GET(), headers);
    }

    public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(house + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                headers);
    }

    /**
     * Fills in a form of a page that was shown and sends it, with everything that the page itself put into it.
     *
     * @param page the page as it came
     * @param action where its form goes
     */
    public HttpResponse<String> submit(String page, String action, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(hidden(page, action));
        fields.putAll(typed);
        return form(action, fields);
    }

    /** What a form says that nobody typed. */
    private static Map<String, String> hidden(String page, String action) {
        int start = page.indexOf("action=\"" + action + "\"");
        if (start < 0) {
            throw new AssertionError("The page has no form that goes to " + action + ": " + page);
        }
        Map<String, String> hidden = new LinkedHashMap<>();
        Matcher found = HIDDEN.matcher(page.substring(start, page.indexOf("</form>", start)));
        while (found.find()) {
            hidden.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2)));
        }
        return hidden;
    }

    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(house + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)),
                headers);
    }

    /** The value of a cookie that the house has set. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
