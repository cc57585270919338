package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import identityprovider.IdentityProvider;
import identityprovider.IdentityProvider.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.people.Passwords;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People sign in at their organisation's OpenID provider, through every redirect. */
@RedressTest
class ProviderSignInIT {

    private static final IdentityProvider PROVIDER = IdentityProvider.start();

    /** A provider that is away when the house starts. */
    private static final LateProvider LATE = LateProvider.start();

    private static final String WHO = "/camunda/api/admin/auth/user/default";

    private final IdentityService identity;
    private final Passwords passwords;

    @LocalServerPort
    private int port;

    private HttpClient browser;

    @Autowired
    ProviderSignInIT(IdentityService identity, Passwords passwords) {
        this.identity = identity;
        this.passwords = passwords;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        String client = "spring.security.oauth2.client.registration.office.";
        settings.add(client + "client-id", () -> IdentityProvider.CLIENT);
        settings.add(client + "client-secret", () -> IdentityProvider.SECRET);
        settings.add(client + "client-name", () -> "your office account");
        settings.add(client + "scope", () -> "openid,profile");
        settings.add("spring.security.oauth2.client.provider.office.issuer-uri", PROVIDER::issuer);
        settings.add("spring.security.oauth2.client.registration.late.client-id", () -> "redress");
        settings.add("spring.security.oauth2.client.registration.late.client-secret", () -> "late-secret");
        settings.add("spring.security.oauth2.client.registration.late.scope", () -> "openid");
        settings.add("spring.security.oauth2.client.provider.late.issuer-uri", LATE::issuer);
        settings.add("redress.provider.groups-claim", () -> "realm_access.roles");
        settings.add("redress.provider.groups[Reviews team]", () -> "caseworkers");
        settings.add("redress.provider.groups[Reviews leads]", () -> "reviews-managers");
        settings.add("server.forward-headers-strategy", () -> "native");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
        LATE.close();
    }

    @BeforeEach
    void a_new_browser() {
        PROVIDER.houseAt(port);
        browser = newBrowser();
    }

    @Test
    void a_caseworker_lands_in_tasklist_and_is_signed_in_everywhere() {
        PROVIDER.knows("s-1", new Person("j.okafor", "Joy Okafor", List.of("Reviews team", "Chess club")));

        HttpResponse<String> landed = signIn("s-1", "/camunda/app/tasklist/");

        assertThat(landed.uri().toString()).startsWith(house() + "/camunda/app/tasklist/");
        assertThat(landed.statusCode()).isEqualTo(200);
        assertThat(go("/cases").body()).contains("Joy Okafor");
        assertThat(go(WHO).body()).contains("\"userId\":\"j.okafor\"", "tasklist");
        assertThat(go("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);
        assertThat(go("/camunda/api/engine/engine/default/process-instance").statusCode()).isEqualTo(403);
        assertThat(groups("j.okafor")).containsExactly("caseworkers");
        assertThat(passwords.localTo("j.okafor")).isFalse();
        assertThat(go("/password").body()).contains("You sign in at your organisation");
    }

    @Test
    void whoever_is_in_no_team_is_told_so_in_words_and_signed_in_nowhere() {
        PROVIDER.knows("s-2", new Person("n.obody", "Nora Obody", List.of("Chess club")));

        HttpResponse<String> landed = signIn("s-2", "/cases");

        assertThat(landed.uri().getPath()).isEqualTo("/sign-in");
        assertThat(landed.body()).contains("your account belongs to no team that works with Redress");
        assertThat(go("/cases").uri().getPath()).isEqualTo("/sign-in");
        assertThat(go(WHO).statusCode()).isEqualTo(404);
    }

    @Test
    void a_group_that_the_provider_took_away_is_gone_at_the_next_sign_in() {
        PROVIDER.knows("s-3", new Person("r.lead", "Rita Lead", List.of("Reviews team", "Reviews leads")));
        signIn("s-3", "/cases");
        assertThat(go("/camunda/api/engine/engine/default/process-instance").statusCode()).isEqualTo(200);

        PROVIDER.knows("s-3", new Person("r.lead", "Rita Lead-Jones", List.of("Reviews team")));
        browser = newBrowser();
        signIn("s-3", "/cases");

        assertThat(go("/camunda/api/engine/engine/default/process-instance").statusCode()).isEqualTo(403);
        assertThat(groups("r.lead")).containsExactly("caseworkers");
        assertThat(identity.createUserQuery().userId("r.lead").singleResult().getLastName()).isEqualTo("Rita Lead-Jones");

        PROVIDER.knows("s-3", new Person("r.lead", "Rita Lead-Jones", List.of()));
        browser = newBrowser();
        assertThat(signIn("s-3", "/cases").body()).contains("belongs to no team");
        assertThat(groups("r.lead")).isEmpty();
    }

    @Test
    void signing_out_here_signs_out_there_too() {
        PROVIDER.knows("s-4", new Person("s.out", "Sam Out", List.of("Reviews team")));
        signIn("s-4", "/cases");

        HttpResponse<String> home = post(house() + "/sign-out", Map.of("_csrf", Visitor.token(go("/cases").body())));

        assertThat(home.uri().toString()).isEqualTo(house() + "/");
        assertThat(go("/cases").uri().getPath()).isEqualTo("/sign-in");
        // the provider has forgotten the person, so it asks again
        assertThat(go("/oauth2/authorization/office").uri().toString()).startsWith(PROVIDER.issuer() + "/login");
    }

    @Test
    void nobody_takes_over_a_local_account_by_being_called_alike() {
        PROVIDER.knows("s-5", new Person("manager", "Not The Manager", List.of("Reviews team")));

        HttpResponse<String> landed = signIn("s-5", "/cases");

        assertThat(landed.body()).contains("another account here has your account’s name already");
        assertThat(groups("manager")).containsExactly("reviews-managers");
        assertThat(go("/cases").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void a_person_stays_the_same_when_the_provider_renames_them_and_a_name_that_is_free_again_is_nobody_elses() {
        PROVIDER.knows("s-6", new Person("a.single", "Ann Single", List.of("Reviews team")));
        signIn("s-6", "/cases");
        PROVIDER.knows("s-6", new Person("a.married", "Ann Married", List.of("Reviews team")));
        PROVIDER.knows("s-7", new Person("a.single", "Another Single", List.of("Reviews team")));

        browser = newBrowser();
        signIn("s-6", "/cases");
        assertThat(go(WHO).body()).contains("\"userId\":\"a.single\"");
        browser = newBrowser();
        assertThat(signIn("s-7", "/cases").body()).contains("another account here has your account’s name already");
    }

    @Test
    void an_account_name_that_cannot_be_one_here_is_explained() {
        PROVIDER.knows("s-8", new Person("not a name; drop table", "X", List.of("Reviews team")));

        assertThat(signIn("s-8", "/cases").body()).contains("did not tell us the name of your account");
    }

    @Test
    void passwords_kept_here_open_nothing_to_people_and_everything_it_should_to_machines() {
        Visitor visitor = new Visitor(port);
        String page = visitor.get("/sign-in").body();
        assertThat(page).contains("Sign in with your office account").doesNotContain("type=\"password\"");
        HttpResponse<String> answer = visitor.form(
                "/sign-in", Map.of("username", "caseworker1", "password", "caseworker1-demo", "_csrf", token()));
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(visitor.get("/cases").statusCode()).isEqualTo(302);
        visitor.get("/camunda/app/tasklist/default/");
        assertThat(visitor.form("/camunda/api/admin/auth/user/default/login/tasklist",
                                Map.of("username", "caseworker1", "password", "caseworker1-demo"))
                        .statusCode())
                .isIn(403, 404);
        assertThat(visitor.get(WHO).statusCode()).isEqualTo(404);

        assertThat(Caller.anonymous(port).get("/api/openapi.json").statusCode()).isEqualTo(401);
        assertThat(Caller.anonymous(port).get("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(Caller.as("intake", port).get("/api/openapi.json").statusCode()).isEqualTo(200);
        assertThat(Caller.as("owner", port).get("/engine-rest/decision-definition").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_opens_tasklist_without_being_signed_in_is_led_to_the_provider_and_back() {
        HttpResponse<String> asked = go("/camunda/app/tasklist/default/");

        assertThat(asked.uri().getPath()).isEqualTo("/sign-in");
        assertThat(asked.body()).contains("/oauth2/authorization/office?next=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F");
    }

    @Test
    void a_code_that_nobody_asked_for_signs_nobody_in() {
        HttpResponse<String> landed = go("/login/oauth2/code/office?code=stolen&state=made-up");

        assertThat(landed.uri().getPath()).isEqualTo("/sign-in");
        assertThat(landed.body()).contains("sign-in did not work this time");
        assertThat(go("/cases").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void the_way_back_never_leads_out_of_the_house() {
        PROVIDER.knows("s-9", new Person("w.ay", "Will Ay", List.of("Reviews team")));

        assertThat(signIn("s-9", "//elsewhere.example").uri().toString()).isEqualTo(house() + "/");
    }

    @Test
    void behind_a_proxy_that_speaks_tls_cookies_and_browsers_keep_to_tls() {
        HttpResponse<String> page = new Visitor(port).get("/oauth2/authorization/office", "X-Forwarded-Proto", "https");

        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure", "HttpOnly", "SameSite=Lax");
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow()).contains("max-age=31536000");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' " + PROVIDER.issuer());
        assertThat(new Visitor(port).get("/sign-in").headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void a_provider_that_was_away_when_the_house_started_serves_its_people_as_soon_as_it_is_back() {
        assertThat(go("/sign-in").body()).contains("Sign in with your office account", "Sign in with late");
        HttpResponse<String> away = go("/oauth2/authorization/late");
        assertThat(away.uri().getPath()).isEqualTo("/sign-in");
        assertThat(away.body()).contains("sign-in did not work this time");

        LATE.isBack();

        HttpResponse<String> asked = new Visitor(port).get("/oauth2/authorization/late");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.headers().firstValue("Location").orElseThrow()).startsWith(LATE.issuer() + "/authorize?");
    }

    private List<String> groups(String account) {
        return identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId).sorted().toList();
    }

    private HttpResponse<String> signIn(String subject, String next) {
        HttpResponse<String> asked = go("/oauth2/authorization/office?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        assertThat(asked.uri().toString()).startsWith(PROVIDER.issuer() + "/login");
        return post(PROVIDER.issuer() + "/login", Map.of("username", subject, "password", subject + "-secret"));
    }

    private String token() {
        return Visitor.token(go("/sign-in").body() + "name=\"_csrf\" value=\"none\"");
    }

    private String house() {
        return "http://localhost:" + port;
    }

    private HttpResponse<String> go(String path) {
        return send(HttpRequest.newBuilder(URI.create(house() + path)).GET().build());
    }

    private HttpResponse<String> post(String address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Answers how to speak to it only once it is back. */
    private record LateProvider(HttpServer server, AtomicBoolean back) implements AutoCloseable {

        static LateProvider start() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                LateProvider provider = new LateProvider(server, new AtomicBoolean());
                server.createContext("/", provider::answer);
                server.start();
                return provider;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String issuer() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        void isBack() {
            back.set(true);
        }

        private void answer(HttpExchange asked) throws IOException {
            byte[] settings = """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}
                    """.formatted(issuer()).getBytes(StandardCharsets.UTF_8);
            try (asked) {
                asked.getResponseHeaders().add("Content-Type", "application/json");
                asked.sendResponseHeaders(back.get() ? 200 : 503, settings.length);
                asked.getResponseBody().write(settings);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    /** The cookies of 127.0.0.1, where the provider is, and of localhost, where the house is, stay apart. */
    private static HttpClient newBrowser() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }
}
