/** A fact as it is declared: its service, its past-tense name, the codec of its data, and the field that keys it. */
export interface FactType<Name extends string = string, Data = unknown> {
  readonly service: string;
  readonly name: Name;
  // Methods, so that a fact of any data is also a FactType of unknown data.
  key(data: Data): string;
  toJson(data: Data): unknown;
  fromJson(json: unknown): Data;
}

interface Codec<Data> {
  toJSON(data: Data): unknown;
  fromJSON(json: unknown): Data;
}

export function fact<Name extends string, Data>(
  service: string,
  name: Name,
  codec: Codec<Data>,
  key: (data: Data) => string,
): FactType<Name, Data> {
  return {
    service,
    name,
    key,
    toJson: (data) => codec.toJSON(data),
    fromJson: (json) => codec.fromJSON(json),
  };
}

/** `cn.gonglian.<service>.<fact>.v1` (architecture §4). */
export function eventType(type: { service: string; name: string }): string {
  return `cn.gonglian.${type.service}.${type.name}.v1`;
}
