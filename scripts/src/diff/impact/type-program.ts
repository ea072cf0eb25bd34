import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "../../repository.ts";

/** The files of a package that a side has instead of the working tree's, by their path from the root. */
export type Overlay = ReadonlyMap<string, string>;

/** One TypeScript program over several copies of the packages, each with files of its own. */
export interface TypeProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The file of one copy. @param file its path from the root */
  source(side: string, file: string): ts.SourceFile;
}

const PACKAGES = path.join(root, "packages") + path.sep;

/**
 * Copies exist in the compiler's mind alone: `<root>/.sides/<side>/packages/…` is read from the
 * working tree, but for the overlay's files. Whatever lies outside `packages` is shared.
 *
 * @param roots the files to begin with, by their path from the root; they may stand in the overlay alone
 */
export function createTypeProgram(sides: ReadonlyMap<string, Overlay>, roots: readonly string[]): TypeProgram {
  const sideFolder = path.join(root, ".sides") + path.sep;
  const inSide = (side: string, file: string) => path.join(sideFolder, side, file);
  const locate = (name: string) => {
    if (!name.startsWith(sideFolder)) return undefined;
    const [side = "", ...rest] = name.slice(sideFolder.length).split(path.sep);
    return { side, file: rest.join(path.sep) };
  };
  const textOf = (name: string): string | undefined => {
    const place = locate(name);
    if (!place) return ts.sys.readFile(name);
    return sides.get(place.side)?.get(place.file) ?? ts.sys.readFile(path.join(root, place.file));
  };

  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram({
    options,
    rootNames: [...sides.keys()].flatMap((side) => roots.map((file) => inSide(side, file))),
    host: {
      ...host,
      fileExists: (name) => textOf(name) !== undefined,
      readFile: textOf,
      getSourceFile(name, languageVersion) {
        const text = textOf(name);
        return text === undefined ? undefined : ts.createSourceFile(name, text, languageVersion);
      },
      resolveModuleNameLiterals: (literals, containing, _, settings) =>
        literals.map(({ text }) => {
          const place = locate(containing);
          const from = place ? path.join(root, place.file) : containing;
          const { resolvedModule } = ts.resolveModuleName(
            text,
            from,
            settings,
            ts.sys,
            undefined,
            undefined,
            MODULE_KIND,
          );
          if (!resolvedModule || !place || !resolvedModule.resolvedFileName.startsWith(PACKAGES))
            return { resolvedModule };
          const resolvedFileName = inSide(place.side, path.relative(root, resolvedModule.resolvedFileName));
          // Without its package's id, or the compiler takes the copies for one package installed twice.
          return { resolvedModule: { resolvedFileName, extension: resolvedModule.extension } };
        }),
    },
  });
  return {
    program,
    checker: program.getTypeChecker(),
    source(side, file) {
      const found = program.getSourceFile(inSide(side, file));
      if (!found) throw new Error(`${file} is not part of the ${side}'s program`);
      return found;
    },
  };
}

const MODULE_KIND = ts.ModuleKind.ESNext;

function compilerOptions(): ts.CompilerOptions {
  const file = path.join(root, "tsconfig.json");
  const { config } = ts.parseConfigFileTextToJson(file, readFileSync(file, "utf8"));
  return ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root).options;
}
