//! The perceptron that looks at a cell: trained by `tools/mrz/train.py`, `docs/scan-mrz.md` has the recipe.
#![allow(
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    reason = "a byte of the weights is a signed one; floating point"
)]

/// Signs in the order of the outputs.
pub(super) const SIGNS: &[u8; 37] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
/// The output of the filler.
pub(super) const FILLER: usize = 36;
/// The output behind the signs: no glyph, or half of one.
pub(super) const NONE: usize = 37;
/// Samples of a window: 12 across, 14 down.
pub(super) const INPUTS: usize = 168;
/// The signs, none, and the displacement of the glyph in both directions.
pub(super) const OUTPUTS: usize = 40;

/// Nanoseconds of a window, sampled and judged (`docs/scan.md` says what a unit of work is).
pub(super) const WORK: usize = 24_000;

const HIDDEN: [usize; 2] = [80, 48];
const WEIGHTS: &[u8] = include_bytes!("weights.bin");

/// The weights as numbers.
pub(super) struct Model {
    layers: Vec<Layer>,
}

struct Layer {
    /// A row for each output.
    weights: Vec<f32>,
    bias: Vec<f32>,
    inputs: usize,
}

impl Model {
    /// `None` when the file is not of this size.
    pub(super) fn new() -> Option<Self> {
        let mut rest = WEIGHTS;
        let mut layers = Vec::new();
        for (inputs, outputs) in [(INPUTS, HIDDEN[0]), (HIDDEN[0], HIDDEN[1]), (HIDDEN[1], OUTPUTS)] {
            let (bits, after) = rest.split_at_checked(inputs * outputs)?;
            let (scales, after) = after.split_at_checked(4 * outputs)?;
            let (bias, after) = after.split_at_checked(4 * outputs)?;
            rest = after;
            let rows = bits.chunks_exact(inputs).zip(numbers(scales));
            let weights =
                rows.flat_map(|(row, scale)| row.iter().map(move |bit| f32::from(*bit as i8) * scale));
            layers.push(Layer { weights: weights.collect(), bias: numbers(bias).collect(), inputs });
        }
        rest.is_empty().then_some(Self { layers })
    }

    /// The outputs for a window: not yet probabilities.
    pub(super) fn outputs(&self, window: &[f32; INPUTS]) -> [f32; OUTPUTS] {
        let mut values = window.to_vec();
        for (place, layer) in self.layers.iter().enumerate() {
            let last = place + 1 == self.layers.len();
            let rows = layer.weights.chunks_exact(layer.inputs).zip(&layer.bias);
            values = rows
                .map(|(row, bias)| {
                    let sum = bias + product(row, &values);
                    if last { sum } else { sum.max(0.0) }
                })
                .collect();
        }
        values.try_into().unwrap_or([0.0; OUTPUTS])
    }
}

/// In four sums, which do not wait for each other.
fn product(row: &[f32], values: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 4];
    for (a, b) in row.chunks_exact(4).zip(values.chunks_exact(4)) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    sums.iter().sum()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = f32> {
    bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `vectors.json` is written by the trainer beside the weights.
    #[test]
    fn outputs_are_those_of_the_trainer() {
        let vectors: serde_json::Value = serde_json::from_str(include_str!("vectors.json")).unwrap();
        let model = Model::new().unwrap();
        let vectors = vectors.as_array().unwrap();
        assert_eq!(vectors.len(), 12);
        for vector in vectors {
            let numbers = |name: &str| -> Vec<f32> {
                vector[name].as_array().unwrap().iter().map(|v| v.as_f64().unwrap() as f32).collect()
            };
            let window: Vec<f32> = numbers("window").iter().map(|v| v / 32.0).collect();
            let outputs = model.outputs(&window.try_into().unwrap());
            for (ours, theirs) in outputs.iter().zip(numbers("outputs")) {
                assert!((ours - theirs).abs() < 0.01, "{ours} {theirs}");
            }
        }
    }
}
