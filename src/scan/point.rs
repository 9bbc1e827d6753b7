//! Positions in a picture.
#![allow(clippy::arithmetic_side_effects, reason = "floating point")]

/// A position in pixels; the centre of the first pixel is (½, ½).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) x: f32,
    pub(super) y: f32,
}

impl Point {
    pub(super) fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// At the distance 1, so much of a full turn from the first axis.
    pub(super) fn at_angle(turn: f32) -> Self {
        let (sine, cosine) = (turn * core::f32::consts::TAU).sin_cos();
        Self::new(cosine, sine)
    }

    pub(super) fn distance(self, other: Self) -> f32 {
        (self - other).length()
    }

    /// Not `hypot`, which guards against what no picture's side can cause and is many times slower.
    pub(super) fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    pub(super) fn scaled(self, factor: f32) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }

    pub(super) fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    /// Positive when `other` lies clockwise of this one on the screen (y downwards).
    pub(super) fn cross(self, other: Self) -> f32 {
        self.x * other.y - self.y * other.x
    }
}

impl core::ops::Add for Point {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl core::ops::Sub for Point {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}
