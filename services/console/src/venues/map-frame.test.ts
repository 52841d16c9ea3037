import { expect, test } from 'vitest';
import { frameOf, metresBetween, pointOf, scaleOf, spotAt, VIEW } from './map-frame.ts';

const gaoyou = { latitudeE6: 32_785_000, longitudeE6: 119_445_000 };
const north = { latitudeE6: 32_885_000, longitudeE6: 119_445_000 };
const east = { latitudeE6: 32_785_000, longitudeE6: 119_545_000 };

test('all places are seen, none at the edge, and north is up', () => {
  const frame = frameOf([gaoyou, north, east]);
  const points = [gaoyou, north, east].map((spot) => pointOf(frame, spot));
  for (const { x, y } of points) {
    expect(x).toBeGreaterThan(20);
    expect(x).toBeLessThan(VIEW.width - 20);
    expect(y).toBeGreaterThan(20);
    expect(y).toBeLessThan(VIEW.height - 20);
  }
  const [here, up, right] = points;
  expect(up?.y).toBeLessThan(here?.y ?? 0);
  expect(right?.x).toBeGreaterThan(here?.x ?? 0);
});

test('a tenth of a degree is as long on the map as on the ground', () => {
  expect(metresBetween(gaoyou, north)).toBe(11_119);
  // cos 32.785° of it
  expect(metresBetween(gaoyou, east)).toBe(9_348);
  const frame = frameOf([gaoyou, north, east]);
  const [here, up, right] = [gaoyou, north, east].map((spot) => pointOf(frame, spot));
  const ratio = ((right?.x ?? 0) - (here?.x ?? 0)) / ((here?.y ?? 0) - (up?.y ?? 0));
  expect(ratio).toBeCloseTo(9_348 / 11_119, 2);
});

test('what is pressed on the map is where it was drawn', () => {
  const frame = frameOf([gaoyou, north]);
  const back = spotAt(frame, pointOf(frame, east));
  expect(metresBetween(back, east)).toBeLessThan(2);
});

test('one place is shown with what lies around it, and no place is no fault', () => {
  expect(frameOf([gaoyou]).metresAcross).toBe(600);
  expect(frameOf([]).metresAcross).toBe(600);
});

test.each([
  [600, 100],
  [9_000, 2_000],
  [20_000, 5_000],
  [41_000, 10_000],
])('%i m across: a bar of %i m', (metresAcross, metres) => {
  const scale = scaleOf({ ...gaoyou, metresAcross });
  expect(scale.metres).toBe(metres);
  expect(scale.width).toBeLessThanOrEqual(VIEW.width / 4);
});
