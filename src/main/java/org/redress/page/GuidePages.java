package org.redress.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The guides as pages; open to everyone, for they name no case. */
@Controller
class GuidePages {

    private static final Map<String, String> READERS = new LinkedHashMap<>();

    static {
        READERS.put("for-caseworkers", "For caseworkers");
        READERS.put("for-managers", "For managers");
        READERS.put("for-process-owners", "For process owners");
        READERS.put("everyone", "For everyone");
    }

    private final Guides guides;

    GuidePages(Guides guides) {
        this.guides = guides;
    }

    @GetMapping("/guides")
    String all(Model model) {
        Map<String, List<Guides.Guide>> shelves = new LinkedHashMap<>();
        READERS.forEach((readers, words) -> {
            List<Guides.Guide> shelf = guides.forReaders(readers);
            if (!shelf.isEmpty()) {
                shelves.put(words, shelf);
            }
        });
        model.addAttribute("shelves", shelves);
        return "page/guides";
    }

    /** Guides link to each other as the files they are, so the name may carry its ending. */
    @GetMapping("/guides/{readers}/{name}")
    String one(@PathVariable String readers, @PathVariable String name, Model model) {
        model.addAttribute(
                "guide",
                guides.find(readers, name.replaceAll("\\.md$", ""))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "page/guide";
    }

    @GetMapping("/guides/pictures/{name}")
    ResponseEntity<byte[]> picture(@PathVariable String name) {
        return guides.picture(name)
                .map(picture -> ResponseEntity.ok().contentType(kind(name)).body(picture))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static MediaType kind(String picture) {
        return picture.endsWith(".svg") ? MediaType.valueOf("image/svg+xml") : MediaType.IMAGE_PNG;
    }
}
