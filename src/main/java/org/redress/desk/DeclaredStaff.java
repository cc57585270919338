package org.redress.desk;

import java.util.List;
import org.redress.kind.Kind;
import org.redress.kind.Kind.Part;

/** Who works the cases of a kind that is declared and no more. Where nobody has a part, the next above has it. */
record DeclaredStaff(Kind declared) implements WhoIsTold {

    @Override
    public String kind() {
        return declared.code();
    }

    @Override
    public String group(Told told) {
        return behind(told).id();
    }

    @Override
    public String words(Told told) {
        return "the " + oneOf(told);
    }

    @Override
    public String oneOf(Told told) {
        return behind(told).one();
    }

    private Kind.Group behind(Told told) {
        List<Part> parts = switch (told) {
            case CASEWORKER -> List.of(Part.CASEWORKER, Part.OFFICER, Part.MANAGER);
            case OFFICER -> List.of(Part.OFFICER, Part.MANAGER, Part.CASEWORKER);
            case MANAGER -> List.of(Part.MANAGER, Part.OFFICER, Part.CASEWORKER);
        };
        return parts.stream()
                .flatMap(part -> declared.groups().stream().filter(group -> group.part() == part))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody works cases of the kind " + declared.name()));
    }
}
