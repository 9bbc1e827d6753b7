// Holds results against the types that the package declares, member by member: what is there is declared and of its
// type, and what is not optional is there.

import ts from "typescript";

export class Declared {
  #program;
  #checker;
  /** Members that are optional, and whether a result had them. @type {Map<string, boolean>} */
  optional = new Map();

  /** @param {string[]} files the declarations of entries */
  constructor(files) {
    this.#program = ts.createProgram(files, {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
      strict: true,
      noEmit: true,
      types: [],
    });
    this.#checker = this.#program.getTypeChecker();
  }

  /**
   * What is wrong with a result of this function, or with what its promise brings, as `path: words`.
   * @param {string} file its declaration
   * @param {string} name
   * @param {unknown} result
   */
  mistakes(file, name, result) {
    const returned = this.#checker.getReturnTypeOfSignature(this.#signature(file, name));
    return this.#check(result, this.#checker.getAwaitedType(returned) ?? returned, name);
  }

  /**
   * The same of a method of what a function returns.
   * @param {string} file @param {string} name @param {string} method @param {unknown} result
   */
  mistakesOfMethod(file, name, method, result) {
    const object = this.#checker.getReturnTypeOfSignature(this.#signature(file, name));
    const member = this.#checker.getPropertyOfType(object, method);
    const [signature] = member ? this.#checker.getTypeOfSymbol(member).getCallSignatures() : [];
    if (!signature) throw new Error(`${name}() has no ${method}`);
    return this.#check(result, this.#checker.getReturnTypeOfSignature(signature), method);
  }

  /** @param {string} file @param {string} name */
  #signature(file, name) {
    const checker = this.#checker;
    const source = this.#program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    const symbol = module && checker.getExportsOfModule(module).find((each) => each.name === name);
    if (!symbol) throw new Error(`${file} exports no ${name}`);
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const [signature] = checker.getTypeOfSymbol(target).getCallSignatures();
    if (!signature) throw new Error(`${name} is no function`);
    return signature;
  }

  /**
   * @param {any} value @param {ts.Type} type @param {string} path
   * @returns {string[]}
   */
  #check(value, type, path) {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return [];
    if (type.isUnion()) return this.#oneOf(value, type.types, path);
    // `string & {}`: any text, beside those that an editor suggests.
    const text = type.isIntersection() && type.types.find(({ flags }) => flags & ts.TypeFlags.String);
    if (text) return this.#check(value, text, path);
    if (type.isStringLiteral() || type.isNumberLiteral()) return same(value === type.value, type.value, path);
    if (type.flags & ts.TypeFlags.BooleanLiteral) {
      return same(String(value) === this.#checker.typeToString(type), this.#checker.typeToString(type), path);
    }
    if (type.flags & ts.TypeFlags.String) return same(typeof value === "string", "a text", path);
    if (type.flags & ts.TypeFlags.Number) return same(typeof value === "number", "a number", path);
    if (type.flags & ts.TypeFlags.Boolean) return same(typeof value === "boolean", "true or false", path);
    if (type.flags & ts.TypeFlags.Null) return same(value === null, "null", path);
    if (type.flags & ts.TypeFlags.Undefined) return same(value === undefined, "undefined", path);
    const name = type.symbol?.name ?? "";
    if (/^Uint8(Clamped)?Array$/.test(name)) return same(value?.constructor?.name === name, name, path);
    return this.#structure(value, type, path);
  }

  /** @param {any} value @param {ts.Type} type @param {string} path @returns {string[]} */
  #structure(value, type, path) {
    if (typeof value !== "object" || value === null) return [`${path}: an object or a list is declared`];
    if (Array.isArray(value)) {
      const item = type.getNumberIndexType();
      if (!item) return [`${path}: no list is declared`];
      const extra = Object.keys(value).filter((key) => !/^\d+$/.test(key));
      return [
        ...value.flatMap((each) => this.#check(each, item, `${path}[]`)),
        ...extra.flatMap((key) => this.#member(value, type, key, path)),
      ];
    }
    if (type.getNumberIndexType() && !type.getStringIndexType()) return [`${path}: a list is declared`];
    const declared = this.#checker.getPropertiesOfType(type);
    const missing = declared.filter((property) => {
      const isOptional = Boolean(property.flags & ts.SymbolFlags.Optional);
      // One field of an identity is as another.
      const place = type.aliasSymbol?.name ?? path.replace(/\.fields\.\w+/, ".fields.*");
      const key = `${place}.${property.name}`.replace(/\.fields\.\w+$/, ".fields.*");
      if (isOptional) this.optional.set(key, this.optional.get(key) || property.name in value);
      return !isOptional && !(property.name in value);
    });
    return [
      ...missing.map((property) => `${path}.${property.name}: is declared and not there`),
      ...Object.keys(value).flatMap((key) => this.#member(value, type, key, path)),
    ];
  }

  /** @param {any} value @param {ts.Type} type @param {string} key @param {string} path @returns {string[]} */
  #member(value, type, key, path) {
    const property = this.#checker.getPropertyOfType(type, key);
    if (!property) {
      const others = type.getStringIndexType();
      return others ? this.#check(value[key], others, `${path}.*`) : [`${path}.${key}: is not declared`];
    }
    if (value[key] === undefined) return [`${path}.${key}: is there and undefined`];
    return this.#check(value[key], this.#checker.getTypeOfSymbol(property), `${path}.${key}`);
  }

  /** @param {any} value @param {ts.Type[]} types @param {string} path @returns {string[]} */
  #oneOf(value, types, path) {
    /** @type {string[] | undefined} */ let fewest;
    for (const type of types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))) {
      const mistakes = this.#check(value, type, path);
      if (mistakes.length === 0) return [];
      if (!fewest || mistakes.length < fewest.length) fewest = mistakes;
    }
    return fewest ?? [];
  }
}

/** @param {boolean} right @param {unknown} wanted @param {string} path */
function same(right, wanted, path) {
  return right ? [] : [`${path}: ${wanted} is declared`];
}
