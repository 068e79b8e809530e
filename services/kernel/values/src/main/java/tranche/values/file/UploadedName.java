package tranche.values.file;

import java.util.Optional;

/**
 * What a file is called by whoever uploads it, made fit to be kept and shown (rule D-47): programs send paths, and characters
 * among a name's own turn a line around or are not seen at all. A free text may name a person, so it is in no event.
 */
public final class UploadedName {

    /** Characters that are kept: as many as any name here has. */
    public static final int MOST_CHARACTERS = 200;

    /** An ending that is longer is none. */
    private static final int LONGEST_ENDING = 12;

    private UploadedName() {}

    /**
     * The name without folders and without what cannot be read; empty where nothing is left. One that is too long loses
     * characters before its ending.
     *
     * @param given as the form has it: browsers write what would end it as {@code %22}, {@code %0D} and {@code %0A}
     */
    public static Optional<String> of(String given) {
        String plain = given.replace("%22", "\"").replace("%0D", " ").replace("%0A", " ");
        String name = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        String readable = name.codePoints()
                .map(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point)
                .filter(UploadedName::isReadable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" +", " ")
                .strip();
        boolean isFolder = readable.chars().allMatch(letter -> letter == '.');
        return isFolder ? Optional.empty() : Optional.of(shortened(readable));
    }

    private static boolean isReadable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String shortened(String name) {
        if (name.length() <= MOST_CHARACTERS) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = MOST_CHARACTERS - ending.length();
        // A character that takes two is kept whole or not at all.
        int end = Character.isHighSurrogate(name.charAt(kept - 1)) ? kept - 1 : kept;
        return name.substring(0, end).strip() + ending;
    }
}
