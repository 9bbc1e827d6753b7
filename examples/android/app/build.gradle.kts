plugins {
    id("com.android.application")
    id("org.jetbrains.kotlin.android")
}

android {
    namespace = "example.portal"
    compileSdk = 35
    defaultConfig {
        applicationId = "example.portal"
        minSdk = 26
        targetSdk = 35
    }
}

dependencies {
    implementation("androidx.webkit:webkit:1.12.1")
}
